"""One analysis a line, in the schema `khabar/1`."""

from __future__ import annotations

from khabar import codec
from khabar.analysis import Analysis
from khabar.output import Writer


class JsonLinesWriter(Writer):
    """Writes JSON lines.

    >>> import json, khabar
    >>> line = JsonLinesWriter(["sentences"]).write(khabar.analyze("وصل الوفد. وعاد."))
    >>> data = json.loads(line)
    >>> list(data), [sentence["span"]["text"] for sentence in data["sentences"]]
    (['schema', 'document', 'sentences', 'diagnostics'], ['وصل الوفد.', 'وعاد.'])
    """

    def write(self, analysis: Analysis) -> str:
        """One line with its line feed."""
        left_out = {layer.name for layer in analysis.layers if not self.wants(layer.name)}
        data = {key: value for key, value in analysis.to_dict().items() if key not in left_out}
        if self.wants("tokens"):
            data["tokens"] = [codec.to_data(token) for token in analysis.tokens]
        return codec.to_json(data) + "\n"
