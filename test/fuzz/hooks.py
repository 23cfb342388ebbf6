"""Tells Schemathesis what makes requests of this API succeed, and counts how each was answered."""

import atexit
import base64
import collections
import itertools
import json
import os
import random
import time

import schemathesis

with open(os.environ["FUZZ_KNOWN"], encoding="utf-8") as file:
    # By operation: values that may stand in for made-up ones. See known.ts.
    known = {
        operation: {**entry, "values": itertools.cycle(entry["values"])}
        for operation, entry in json.load(file).items()
    }

chance = random.Random(1)
answers = collections.defaultdict(collections.Counter)
written = 0.0


@schemathesis.hook
def before_call(context, case, kwargs):
    entry = known.get(case.operation.label)
    if entry is None or case.method.upper() != case.operation.method.upper():
        return
    always = entry["always"]
    # What is wrong on purpose must stay so.
    if not always and case.meta is not None and case.meta.generation.mode.is_negative:
        return
    values = next(entry["values"]) if always or chance.random() < 0.5 else {}
    # Checks also ask without a token on purpose.
    if "authorization" in values and "Authorization" in case.headers:
        case.headers["Authorization"] = values["authorization"]
    elif always and "authorization" in values:
        return
    for part in ("path_parameters", "cookies"):
        getattr(case, part).update(values.get(part, {}))
    if "body" in values:
        case.body = {**(case.body if isinstance(case.body, dict) else {}), **values["body"]}
        case.media_type = "application/json"
    if "whole_body" in values:
        case.body = values["whole_body"]
        case.media_type = "application/json"
    if "base64" in values:
        case.body = base64.b64decode(values["base64"])
        case.media_type = values["media_type"]


@schemathesis.hook
def after_call(context, case, response):
    answers[f"{case.method.upper()} {case.operation.path}"][str(response.status_code)] += 1
    if time.monotonic() - written > 2:
        write()


@atexit.register
def write():
    global written
    written = time.monotonic()
    path = os.environ["FUZZ_ANSWERS"]
    with open(f"{path}.new", "w", encoding="utf-8") as file:
        json.dump(answers, file)
    os.replace(f"{path}.new", path)
