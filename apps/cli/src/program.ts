/** All commands of `keyway`. */
import { Command, Option } from 'commander';
import type { MakeCli } from './cli/addCommand.ts';
import { VERSION } from './cli/version.ts';
import { addApiCommand } from './commands/api.ts';
import { addApprovalCommands } from './commands/approvals.ts';
import { addAuditCommands } from './commands/audit.ts';
import { addBulkCommands } from './commands/bulk.ts';
import { addCompletionCommand } from './commands/completion.ts';
import { addConfigCommands } from './commands/config.ts';
import { addConnectionCommands } from './commands/connections.ts';
import { addEvidenceCommands } from './commands/evidence.ts';
import { addHelpTopics } from './commands/helpTopics.ts';
import { addHistoryCommands } from './commands/history.ts';
import { addImportCommand } from './commands/importOrganizations.ts';
import { addKeyCommands } from './commands/keys.ts';
import { addOrganizationCommands } from './commands/organizations.ts';
import { addPermissionsCommand } from './commands/permissions.ts';
import { addProbeCommand } from './commands/probe.ts';
import { addReadinessCommands } from './commands/readiness.ts';
import { addRunCommands } from './commands/runs.ts';
import { addSignInCommands } from './commands/signIn.ts';
import { addStepCommands } from './commands/steps.ts';
import { addSubmissionCommands } from './commands/submission.ts';
import { addTokenCommands } from './commands/tokens.ts';
import { addWebhookCommands } from './commands/webhooks.ts';
import { addWhoamiCommand } from './commands/whoami.ts';

const GLOBAL = [
  new Option('--json', 'JSON in place of tables'),
  new Option('--profile <name>', 'the profile to use (KEYWAY_PROFILE)'),
  new Option('--url <address>', 'where Keyway is (KEYWAY_URL)'),
  new Option('--locale <language>', "language of the server's texts; by LANG otherwise").choices([
    'en',
    'es',
  ]),
  new Option('--no-color', 'no colors (NO_COLOR)'),
  new Option('--verbose', 'say which requests are made, on stderr'),
  new Option('--allow-http', 'let the token go over plain http (KEYWAY_ALLOW_HTTP=1)'),
];

const INTRODUCTION = `Begin with:
  keyway login --url https://keyway.example.com
  keyway orgs list

An organization is given by its name, its IMS organization ID or its ID.
Exit codes: 0 done, 1 refused or failed, 2 usage, 3 not signed in, 4 not found.`;

/** Every command on its own, so that the reference can be written from them. */
export function makeProgram(makeCli: MakeCli): Command {
  const program = new Command('keyway')
    .description('Customer-managed keys for Adobe, from the command line')
    .version(VERSION, '--version')
    .helpOption('-h, --help', 'show help')
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .showHelpAfterError('(See --help.)')
    .showSuggestionAfterError()
    .addHelpText('after', `\n${INTRODUCTION}`);
  for (const option of GLOBAL) program.addOption(option);
  program.exitOverride();
  addWhoamiCommand(program, makeCli);
  addSignInCommands(program, makeCli);
  const orgs = addOrganizationCommands(program, makeCli);
  addImportCommand(orgs, makeCli);
  addConnectionCommands(orgs, makeCli);
  addPermissionsCommand(orgs, makeCli);
  addRunCommands(program, makeCli);
  addStepCommands(program, makeCli);
  addKeyCommands(program, makeCli);
  addProbeCommand(program, makeCli);
  addApprovalCommands(program, makeCli);
  addSubmissionCommands(program, makeCli);
  addBulkCommands(program, makeCli);
  addReadinessCommands(program, makeCli);
  addTokenCommands(program, makeCli);
  addWebhookCommands(program, makeCli);
  addHistoryCommands(program, makeCli);
  addAuditCommands(program, makeCli);
  addEvidenceCommands(program, makeCli);
  addApiCommand(program, makeCli);
  addConfigCommands(program, makeCli);
  addHelpTopics(program);
  addCompletionCommand(program, makeCli);
  return program;
}
