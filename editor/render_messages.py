"""The messages between the editor and the process that renders for it.

A message is JSON led by its length: nothing that a child sends is ever executed.
"""

import json
import struct
from typing import IO, Any

_LONGEST_MESSAGE = 256 << 20  # bytes
_LENGTH = struct.Struct(">I")


def send(stream: IO[bytes], message: dict[str, Any]) -> None:
    # Plain ASCII: a lone surrogate passes as well.
    content = json.dumps(message).encode("ascii")
    stream.write(_LENGTH.pack(len(content)) + content)
    stream.flush()


def receive(stream: IO[bytes]) -> dict[str, Any]:
    """The next message. Raises EOFError when there is none, ValueError when it is not one."""
    header = stream.read(_LENGTH.size)
    if len(header) < _LENGTH.size:
        raise EOFError("no message")
    (length,) = _LENGTH.unpack(header)
    if length > _LONGEST_MESSAGE:
        raise ValueError(f"a message of {length} bytes")
    content = stream.read(length)
    if len(content) < length:
        raise EOFError("half a message")
    message = json.loads(content)
    if not isinstance(message, dict):
        raise ValueError("a message without names")
    return message
