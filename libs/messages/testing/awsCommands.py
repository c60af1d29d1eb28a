"""Parses calls by the real AWS CLI, and prints the arguments of their commands (pip: awscli).

Reads a JSON list of calls, each a list of words without `aws`; prints {"failures", "table"}. Nothing
is called."""
import contextlib
import io
import json
import sys

from awscli import __version__
from awscli.argparser import ArgTableArgParser
from awscli.clidriver import create_clidriver

GLOBAL = {"--query", "--output", "--region"}


def rows(arguments):
    for name, argument in arguments.items():
        choices = getattr(getattr(argument, "argument_model", None), "enum", None)
        line = f"  --{name}"
        if argument.required:
            line += " required"
        if choices:
            line += " {" + "|".join(sorted(choices)) + "}"
        yield line


def commands_of(of):
    """Version 2 has a name for it that version 1 lacks."""
    return of.subcommand_table if hasattr(of, "subcommand_table") else of._get_command_table()


services = commands_of(create_clidriver())
failures = []
table = {}
for call in json.load(sys.stdin):
    service = services.get(call[0]) if call else None
    command = commands_of(service).get(call[1]) if service and len(call) > 1 else None
    if command is None:
        failures.append([call, "no such command"])
        continue
    table[f"{call[0]} {call[1]}"] = sorted(set(rows(command.arg_table)))
    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said):
            _, rest = ArgTableArgParser(command.arg_table).parse_known_args(call[2:])
        left = [word for word in rest if word.startswith("-") and word not in GLOBAL]
        if left:
            failures.append([call, f"unknown: {left}"])
    except SystemExit:
        failures.append([call, said.getvalue().strip()])
lines = [f"aws {__version__}"]
for name in sorted(table):
    lines += [name, *table[name]]
print(json.dumps({"failures": failures, "table": "\n".join(lines) + "\n"}))
