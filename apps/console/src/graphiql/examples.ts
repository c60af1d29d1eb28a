/** The tabs that GraphiQL opens with. A test runs each against the api. */

const WHO_AM_I = `# Ctrl+Enter (⌘+Enter) runs this as you.
# The book at the left explains the types;
# the guide is docs/api in the repository.
query WhoAmI {
  viewer {
    name
    kind
    role
    scopes
    partner
  }
}
`;

const ORGANIZATIONS = `# A page of organizations with their runs.
# For the next one, set the variable "after"
# to the endCursor of this one.
query OrganizationsWithRuns($after: String) {
  organizations(first: 20, after: $after) {
    totalCount
    nodes {
      id
      name
      imsOrgId
      currentRun {
        id
        status
        tracks {
          id
          status
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`;

const STUCK = `# Runs that wait because a check failed.
query Stuck {
  runs(first: 20, filter: { status: [BLOCKED] }) {
    totalCount
    nodes {
      id
      organization {
        name
      }
      tracks {
        id
        status
      }
      nextActions {
        track
        step
        label
      }
    }
  }
}
`;

const LIVE = `# Sends each run that changes, until you
# stop it. "withRecent" begins with those
# of the last ten seconds.
subscription RunsChanged {
  runsChanged(withRecent: true) {
    id
    version
    status
    organization {
      name
    }
  }
}
`;

export const EXAMPLES: readonly string[] = [WHO_AM_I, ORGANIZATIONS, STUCK, LIVE];
