#!/usr/bin/env python3
"""Reads a mail with Python's email package, as a mail client would, and prints what it finds as JSON.

usage: script/check-mail.py FILE.eml

{"headers": {name: decoded value}, "defects": [...], "parts": [{"type", "name", "disposition", "sha256", "bytes", "text"}]}.
Line ends of texts are LF. Exit status 1 where the package finds a defect.
"""
import email
import email.policy
import hashlib
import json
import pathlib
import sys

message = email.message_from_bytes(pathlib.Path(sys.argv[1]).read_bytes(), policy=email.policy.default)
defects = [repr(defect) for part in message.walk() for defect in part.defects]
defects += [repr(defect) for value in message.values() for defect in getattr(value, "defects", ())]
parts = []
for part in message.walk():
    if part.is_multipart():
        parts.append({"type": part.get_content_type(), "children": len(list(part.iter_parts()))})
        continue
    content = part.get_payload(decode=True)
    parts.append({
        "type": part.get_content_type(),
        "name": part.get_filename(),
        "disposition": part.get_content_disposition(),
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "text": part.get_content().replace("\r\n", "\n") if part.get_content_maintype() == "text" else None,
    })
json.dump({"headers": {name: str(value) for name, value in message.items()}, "defects": defects, "parts": parts}, sys.stdout)
sys.exit(1 if defects else 0)
