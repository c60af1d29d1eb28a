"""Parses calls by the real Azure CLI, and prints the arguments of their commands (pip: azure-cli).

Reads a JSON list of calls, each a list of words without `az`; prints {"failures", "table"}. Nothing
is called: the parser ends before the command would run."""
import contextlib
import io
import json
import sys

from azure.cli.core import __version__, get_default_cli


def load(words):
    """The loader, with the command table and arguments that this call needs."""
    cli = get_default_cli()
    parts = dict(cli_ctx=cli, parser_cls=cli.parser_cls, help_cls=cli.help_cls)
    cli.invocation = cli.invocation_cls(commands_loader_cls=cli.commands_loader_cls, **parts)
    names = []
    for word in words:
        if word.startswith("-"):
            break
        names.append(word)
    loader = cli.invocation.commands_loader
    cli.invocation.data["command_string"] = " ".join(names)
    loader.load_command_table(list(words))
    while names and " ".join(names) not in loader.command_table:
        names.pop()
    name = " ".join(names)
    if name:
        loader.command_name = name
        loader.load_arguments(name)
    return cli, loader, name


def rows(command):
    """One line for each argument: its options, whether it is required, and what it may be."""
    for name, argument in command.arguments.items():
        settings = argument.type.settings
        options = [str(one) for one in settings.get("options_list") or []]
        if not options or name == "cmd":
            continue
        line = "  " + " ".join(options)
        if settings.get("required"):
            line += " required"
        if settings.get("choices"):
            line += " {" + "|".join(sorted(str(one) for one in settings["choices"])) + "}"
        yield line


failures = []
table = {}
for call in json.load(sys.stdin):
    cli, loader, name = load(call)
    if not name:
        failures.append([call, "no such command"])
        continue
    table[name] = sorted(set(rows(loader.command_table[name])))
    parser = cli.invocation.parser
    parser.load_command_table(loader)
    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said):
            parser.parse_args(call)
    except SystemExit:
        failures.append([call, said.getvalue().strip()])
    except Exception as error:  # A validator of the CLI that would ask Azure is not reached.
        failures.append([call, repr(error)])
lines = [f"az {__version__}"]
for name in sorted(table):
    lines += [name, *table[name]]
print(json.dumps({"failures": failures, "table": "\n".join(lines) + "\n"}))
