"""Extractors in the order of their needs, run over a text."""

from khabar.pipeline.core import CreationTime, OnError, Pipeline
from khabar.pipeline.functions import analyze, extract_attributions, extract_dates, extract_quotations

__all__ = ["CreationTime", "OnError", "Pipeline", "analyze", "extract_attributions", "extract_dates", "extract_quotations"]
