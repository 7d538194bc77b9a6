"""Asks Assay from Python: starts ``assay batch``, sends requests, reads answers.

    with Assay() as assay:
        answer = assay("interval", {"errors": 3, "checked": 40}, {"method": "clopperPearson"})

One file, the standard library only, Python 3.8 or newer. The operations and their fields are those of
``assay schema``. Not thread-safe: use one object for each thread.
"""

import json
import os
import subprocess


class AssayError(Exception):
    """A request that was refused, or a program that ended.

    ``field`` names what is wrong with the request (``params.confidence``), None where it is no single field;
    ``kind`` is NOT_JSON, SHAPE, INVALID or DEFECT; None where the program ended.
    """

    def __init__(self, message, field=None, kind=None):
        super().__init__(message if field is None else f"{field}: {message}")
        self.message = message
        self.field = field
        self.kind = kind


class Assay:
    """A running ``assay batch``; ``command`` is the program with its own arguments."""

    def __init__(self, command=None):
        if command is None:
            command = [os.environ.get("ASSAY", "assay")]
        self._process = subprocess.Popen(
            list(command) + ["batch"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self._number = 0

    def __call__(self, op, input=None, params=None):
        """The result of one operation; raises AssayError where the program refuses it."""
        return self.ask([(op, input, params)])[0]

    def ask(self, requests):
        """The results of several operations, each (op, input, params), in their order."""
        return [self._one(*request) for request in requests]

    def _one(self, op, input=None, params=None):
        self._number += 1
        request = {"id": self._number, "op": op}
        if input is not None:
            request["input"] = input
        if params is not None:
            request["params"] = params
        try:
            self._process.stdin.write(json.dumps(request, allow_nan=False) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            raise AssayError(f"assay ended with status {self._process.wait()}")
        answer = json.loads(line)
        if "error" in answer:
            error = answer["error"]
            raise AssayError(error["message"], error.get("field"), error.get("kind"))
        if answer["id"] != self._number:
            raise AssayError(f"answer {answer['id']} came for request {self._number}")
        return answer["result"]

    def close(self):
        """Ends the program; an object is closed at the end of its ``with``, too."""
        if self._process.poll() is None:
            try:
                self._process.stdin.close()
            except BrokenPipeError:
                pass
            self._process.wait(timeout=60)
        self._process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()
