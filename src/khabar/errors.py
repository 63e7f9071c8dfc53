"""The errors that misuse of the API raises. Text never raises: any `str` gives a result."""

from __future__ import annotations

from os import PathLike


class KhabarError(Exception):
    """The base of every error that khabar raises itself.

    >>> import khabar
    >>> issubclass(khabar.UnknownLayerError, khabar.KhabarError)
    True
    """

    def __str__(self) -> str:
        # KeyError would show the message in quotation marks
        return str(self.args[0]) if self.args else ""


class UnknownLayerError(KhabarError, KeyError):
    """An analysis was asked for a layer that its pipeline does not make."""


class UndeclaredLayerError(KhabarError, KeyError):
    """An extractor read a layer that it does not name in `requires`."""


class UnknownPluginError(KhabarError, LookupError):
    """No installed package registers a plugin of this name."""


class PluginError(KhabarError):
    """A plugin could not be loaded, or failed while it ran."""


class PipelineError(KhabarError):
    """Extractors do not fit together, or one broke the contract of its layer."""


class LexiconError(KhabarError, ValueError):
    """A lexicon file breaks the format, or two lexicons say different things of one word."""


class SerializationError(KhabarError, ValueError):
    """Data that cannot be written as JSON, or is not an analysis."""


def require_text(text: object, name: str = "text") -> str:
    """Return `text` if it is a `str`.

    Args:
        text: what a caller passed.
        name: what the message calls it.

    Raises:
        TypeError: it is something else; the message says how to get a `str`.

    >>> require_text("خبر")
    'خبر'
    >>> require_text(b"abc")
    Traceback (most recent call last):
    TypeError: text must be str, not bytes: decode it first, for example data.decode("utf-8")
    """
    if isinstance(text, str):
        return text
    if isinstance(text, (bytes, bytearray, memoryview)):
        cure = 'decode it first, for example data.decode("utf-8")'
    elif text is None:
        cure = 'pass "" for no text, or decode the bytes you have read'
    elif isinstance(text, PathLike):
        cure = 'pass what the file holds, for example path.read_text(encoding="utf-8")'
    else:
        cure = "pass the text itself, decoded to str"
    raise TypeError(f"{name} must be str, not {type(text).__name__}: {cure}")
