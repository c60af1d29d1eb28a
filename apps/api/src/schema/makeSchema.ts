/** The executable schema: the contract's modules with their resolvers. */
import { makeExecutableSchema } from '@graphql-tools/schema';
import { isScalarType, type GraphQLSchema } from 'graphql';
import { approvalResolvers } from '../approvals/approvalResolvers.ts';
import { approverResolvers } from '../approvals/approverResolvers.ts';
import { voidedApprovalResolvers } from '../approvals/voidedApprovalResolvers.ts';
import { bulkResolvers } from '../bulk/bulkResolvers.ts';
import { dryRunResolvers } from '../dryRuns/dryRunResolvers.ts';
import { checkResolvers } from '../checks/checkResolvers.ts';
import { awsResolvers } from '../connections/awsResolvers.ts';
import { connectionResolvers } from '../connections/connectionResolvers.ts';
import { credentialExpiryResolvers } from '../connections/credentialExpiryResolvers.ts';
import { environmentResolvers } from '../environment/environmentResolvers.ts';
import { handedOffResolvers } from '../handOff/handedOffResolvers.ts';
import { handOffResolvers } from '../handOff/handOffResolvers.ts';
import { historyResolvers } from '../history/historyResolvers.ts';
import { organizationResolvers } from '../organizations/organizationResolvers.ts';
import { invitationResolvers } from '../people/invitationResolvers.ts';
import { memberResolvers } from '../people/memberResolvers.ts';
import { sessionResolvers } from '../people/sessionResolvers.ts';
import { policyResolvers } from '../people/policyResolvers.ts';
import { setupResolvers } from '../setup/setupResolvers.ts';
import { signInPolicyResolvers } from '../people/signInPolicyResolvers.ts';
import { portfolioResolvers } from '../portfolio/portfolioResolvers.ts';
import { runResolvers } from '../runs/runResolvers.ts';
import { trackResolvers } from '../runs/trackResolvers.ts';
import { practiceResolvers } from '../practice/practiceResolvers.ts';
import { probeResolvers } from '../probes/probeResolvers.ts';
import { ruleResolvers } from '../rules/ruleResolvers.ts';
import { searchResolvers } from '../search/searchResolvers.ts';
import { tokenResolvers } from '../tokens/tokenResolvers.ts';
import { userErrorResolvers } from '../userErrors/userErrorResolvers.ts';
import { viewResolvers } from '../views/viewResolvers.ts';
import { viewerResolvers } from '../viewer/viewerResolvers.ts';
import { workResolvers } from '../work/workResolvers.ts';
import { hookResolvers } from '../hooks/hookResolvers.ts';
import { alertResolvers } from '../watch/alertResolvers.ts';
import { healthPageResolvers } from '../watch/healthPageResolvers.ts';
import { healthResolvers } from '../watch/healthResolvers.ts';
import { webhookResolvers } from '../webhooks/webhookResolvers.ts';
import { inboxResolvers } from '../inbox/inboxResolvers.ts';
import { chatResolvers } from '../inbox/chatResolvers.ts';
import { notificationResolvers } from '../inbox/notificationResolvers.ts';
import { nodeResolvers } from './nodeResolvers.ts';
import { typeDefinitions } from './typeDefinitions.ts';

/** Throws where a resolver has no field in the contract. */
export function makeSchema(): GraphQLSchema {
  const schema = makeExecutableSchema({
    typeDefs: typeDefinitions(),
    resolvers: [
      nodeResolvers,
      viewerResolvers,
      environmentResolvers,
      organizationResolvers,
      awsResolvers,
      connectionResolvers,
      credentialExpiryResolvers,
      runResolvers,
      trackResolvers,
      setupResolvers,
      checkResolvers,
      practiceResolvers,
      probeResolvers,
      ruleResolvers,
      approvalResolvers,
      approverResolvers,
      voidedApprovalResolvers,
      historyResolvers,
      tokenResolvers,
      memberResolvers,
      invitationResolvers,
      sessionResolvers,
      signInPolicyResolvers,
      policyResolvers,
      handOffResolvers,
      handedOffResolvers,
      workResolvers,
      bulkResolvers,
      dryRunResolvers,
      viewResolvers,
      inboxResolvers,
      notificationResolvers,
      chatResolvers,
      portfolioResolvers,
      searchResolvers,
      healthPageResolvers,
      healthResolvers,
      alertResolvers,
      hookResolvers,
      webhookResolvers,
      userErrorResolvers,
    ],
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
  // graphql-tools takes a scalar's description from its resolver, which has none.
  for (const type of Object.values(schema.getTypeMap()))
    if (isScalarType(type)) type.description ??= type.astNode?.description?.value;
  return schema;
}
