/** What a partner without organizations sees, loaded when it is needed: few ever do. */
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';

const gettingStarted = lazyPart(async () => (await import('./GettingStarted.tsx')).GettingStarted);

export const FirstOrganization = () => (
  <Part part={gettingStarted} isWanted props={{}}>
    <ListSkeleton />
  </Part>
);
