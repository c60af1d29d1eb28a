/**
 * Writes `src/generated/resolverTypes.ts`, the types that resolvers are written against: `npm run
 * generate`.
 */
import type { CodegenConfig } from '@graphql-codegen/cli';

const parent = (name: string): string => `../schema/parents.ts#${name}`;

const config: CodegenConfig = {
  schema: ['src/*/*.graphql', '!src/contract/*.graphql'],
  generates: {
    'src/generated/resolverTypes.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        contextType: '../context.ts#RequestContext',
        useTypeImports: true,
        enumsAsTypes: true,
        defaultScalarType: 'unknown',
        scalars: { ID: 'string', DateTime: 'string', JSON: 'unknown' },
        inputMaybeValue: 'T | null | undefined',
        makeResolverTypeCallable: true,
        importExtension: '.ts',
        emitLegacyCommonJSImports: false,
        mappers: {
          Node: parent('NodeParent'),
          Viewer: parent('ViewerParent'),
          Organization: parent('OrganizationParent'),
          CloudConnection: parent('CloudConnectionParent'),
          OrganizationConnection: parent('OrganizationConnectionParent'),
          Run: parent('RunParent'),
          RunConnection: parent('RunConnectionParent'),
          NextAction: parent('NextActionParent'),
          Track: parent('TrackParent'),
          ProvidedKey: parent('ProvidedKeyParent'),
          Step: parent('StepParent'),
          Attestation: parent('AttestationParent'),
          CheckOverride: parent('CheckOverrideParent'),
          Submission: parent('SubmissionParent'),
          Ticket: parent('TicketParent'),
          Confirmation: parent('ConfirmationParent'),
          Anomaly: parent('AnomalyParent'),
          Check: parent('CheckParent'),
          CheckDefinition: parent('CheckDefinitionParent'),
          Rule: parent('RuleParent'),
          Approval: parent('ApprovalParent'),
          SubmissionPreview: parent('SubmissionPreviewParent'),
          HistoryEntry: parent('HistoryEntryParent'),
          HistoryConnection: parent('HistoryConnectionParent'),
          ApiToken: parent('ApiTokenParent'),
          ApiTokenConnection: parent('ApiTokenConnectionParent'),
          Grant: parent('GrantParent'),
          Member: parent('MemberParent'),
          MemberConnection: parent('MemberConnectionParent'),
          Invitation: parent('InvitationParent'),
          InvitationConnection: parent('InvitationConnectionParent'),
          HandOff: parent('HandOffParent'),
          HandedOff: parent('HandedOffParent'),
          HandedOffStep: parent('HandedOffStepParent'),
          Session: parent('SessionParent'),
          Policy: parent('PolicyParent'),
          Portfolio: parent('PortfolioParent'),
          PendingApproval: parent('PendingApprovalParent'),
          PendingApprovalConnection: parent('PendingApprovalConnectionParent'),
          OrganizationsWithoutApprover: parent('OrganizationsWithoutApproverParent'),
          UserError: parent('UserErrorParent'),
          SavedView: parent('SavedViewParent'),
          BulkJob: parent('BulkJobParent'),
          BulkJobConnection: parent('BulkJobConnectionParent'),
          BulkItem: parent('BulkItemParent'),
          BulkFinding: parent('BulkFindingParent'),
          BulkItemConnection: parent('BulkItemConnectionParent'),
          BulkBlock: parent('BulkBlockParent'),
          ImportRejection: parent('ImportRejectionParent'),
        },
      },
    },
  },
};
export default config;
