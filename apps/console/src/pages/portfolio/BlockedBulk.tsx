/** A button that makes links for the admins of all that is blocked, as a bulk job. */
import { ActionButton } from '@react-spectrum/s2';
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { EMPTY_FORM } from '../../features/bulk/bulkInput.ts';
import { HAND_OFF_ACTORS } from '../../features/run/handOffs/handOffActor.ts';
import { useRoleSomewhere } from '../../features/viewer/ViewerQuery.ts';
import { Part } from '../../ui/lazyPart.tsx';
import type { BlockedStep } from './blockedSteps.ts';
import { groupDialog } from './groupDialog.ts';
import { MAX_ORGANIZATIONS } from './groupOrganizations.ts';

/** For whom most of the steps are, and the organizations of all that an admin has to correct. */
function toHandOff(blocked: readonly BlockedStep[]) {
  const counted = HAND_OFF_ACTORS.map((actor) => {
    const steps = blocked.filter((one) => one.actor === actor);
    return { actor, count: steps.length, ids: steps.map((one) => one.organizationId) };
  });
  const [most] = counted.toSorted((one, other) => other.count - one.count);
  const organizationIds = [...new Set(counted.flatMap(({ ids }) => ids))];
  return { actor: most?.actor ?? EMPTY_FORM.handOffs.actor, organizationIds };
}

export function BlockedBulk({ blocked }: { blocked: readonly BlockedStep[] }) {
  const intl = useIntl();
  const mayStart = useRoleSomewhere('OWNER', 'OPERATOR');
  const [isOpen, setOpen] = useState(false);
  const { actor, organizationIds } = useMemo(() => toHandOff(blocked), [blocked]);
  const count = organizationIds.length;
  // A single one is handed off at its step.
  if (!mayStart || count < 2) return null;
  const isCut = count > MAX_ORGANIZATIONS;
  const counts = { max: MAX_ORGANIZATIONS, count };
  return (
    <>
      <ActionButton size="S" isQuiet onPress={() => setOpen(true)}>
        {intl.formatMessage({ id: 'tasks.handOffAll' }, { count })}
      </ActionButton>
      <Part
        part={groupDialog}
        isWanted={isOpen}
        props={{
          selection: { organizationIds: organizationIds.slice(0, MAX_ORGANIZATIONS) },
          first: {
            ...{ action: 'CREATE_HAND_OFFS', track: EMPTY_FORM.track },
            handOffs: { ...EMPTY_FORM.handOffs, actor },
          },
          ...(isCut && { note: intl.formatMessage({ id: 'portfolio.group.bulkCut' }, counts) }),
          isOpen,
          onClose: () => setOpen(false),
        }}
      />
    </>
  );
}
