/** Saved views of pages: of one person, or shared (docs/decisions/0061-saved-views.md). */
import { globalId, hasRoleFor, parseGlobalId, refuse } from '@keyway/core';
import {
  contentVersion,
  Refused,
  viewContent,
  type SavedViewRecord,
  type ViewWriter,
} from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type {
  DeleteViewInput,
  Resolvers,
  ResolversTypes,
  SaveViewInput,
  SetDefaultViewInput,
  UpdateViewInput,
} from '../generated/resolverTypes.ts';
import { EACH, mutate, type Target } from '../mutate.ts';
import { InputValidator } from '../userErrors/inputValidator.ts';
import type { MutationName } from '../viewer/permissions.ts';
import { validateViewSearch } from './viewSearch.ts';

type Payload = Awaited<ResolversTypes['SavedViewPayload']>;

const MAX_NAME = 80;

const noView = () => refuse('viewNotFound', ['id']);

/** A view that the viewer may see, or null. */
export const visibleView = (
  context: RequestContext,
  uuid: string,
): Promise<SavedViewRecord | null> => requireSignedIn(context).partner.savedView(uuid);

const isOwner = (context: RequestContext): boolean =>
  hasRoleFor(requireSignedIn(context).viewer, 'OWNER', null);

const isOwn = ({ memberId }: SavedViewRecord, context: RequestContext): boolean => {
  const { kind, id } = requireSignedIn(context).viewer;
  return kind === 'MEMBER' && id === memberId;
};

/** Who writes. A token is no person whose views these could be. */
function writerOf(context: RequestContext, mutation: MutationName): Omit<ViewWriter, 'at'> {
  const { kind, id, name } = requireSignedIn(context).viewer;
  if (kind !== 'MEMBER') throw new Refused(refuse('viewPersonNeeded', null, { mutation }));
  return { memberId: id, name, isOwner: isOwner(context) };
}

/** Any view that the viewer sees; who may change it is decided with it. */
const targetOf =
  (context: RequestContext, uuid: string | null): (() => Promise<Target>) =>
  async () =>
    uuid && (await visibleView(context, uuid)) ? EACH : { refusal: noView() };

async function saveView(context: RequestContext, input: SaveViewInput): Promise<Payload> {
  let name = '';
  let search = {};
  let writer: Omit<ViewWriter, 'at'>;
  const { page, shared = false } = input;
  const outcome = await mutate(context, {
    name: 'saveView',
    input,
    target: () => Promise.resolve(EACH),
    validate: () => {
      writer = writerOf(context, 'saveView');
      const validate = new InputValidator();
      name = validate.name('name', input.name, MAX_NAME);
      search = validateViewSearch(validate, input.search);
      validate.pass();
    },
    work: async (unit, occurrence) => {
      const given = { page, name, search, shared };
      const saved = await unit.views.save(given, { ...writer, at: occurrence().at });
      if ('refusal' in saved) throw new Refused(saved.refusal);
      return { id: saved.view.id };
    },
  });
  if ('userErrors' in outcome) return { view: null, userErrors: outcome.userErrors };
  return { view: await visibleView(context, outcome.result.id), userErrors: [] };
}

async function updateView(context: RequestContext, input: UpdateViewInput): Promise<Payload> {
  const uuid = parseGlobalId('SavedView', input.id);
  const change: { name?: string; search?: SavedViewRecord['search']; shared?: boolean } = {};
  let writer: Omit<ViewWriter, 'at'>;
  const outcome = await mutate(context, {
    name: 'updateView',
    input,
    target: targetOf(context, uuid),
    validate: () => {
      writer = writerOf(context, 'updateView');
      const validate = new InputValidator();
      if (input.name != null) change.name = validate.name('name', input.name, MAX_NAME);
      if (input.search != null) change.search = validateViewSearch(validate, input.search);
      if (input.shared != null) change.shared = input.shared;
      validate.pass();
    },
    work: async (unit, occurrence) => {
      const wanted = { ...change, id: uuid ?? '', ifVersion: input.ifVersion ?? null };
      const updated = await unit.views.update(wanted, { ...writer, at: occurrence().at });
      if ('refusal' in updated) throw new Refused(updated.refusal);
      return { id: updated.view.id };
    },
  });
  if ('userErrors' in outcome) return { view: null, userErrors: outcome.userErrors };
  return { view: await visibleView(context, outcome.result.id), userErrors: [] };
}

async function deleteView(
  context: RequestContext,
  input: DeleteViewInput,
): Promise<Awaited<ResolversTypes['DeleteViewPayload']>> {
  const uuid = parseGlobalId('SavedView', input.id);
  let writer: Omit<ViewWriter, 'at'>;
  const outcome = await mutate(context, {
    name: 'deleteView',
    input,
    target: targetOf(context, uuid),
    validate: () => {
      writer = writerOf(context, 'deleteView');
    },
    work: async (unit, occurrence) => {
      const wanted = { id: uuid ?? '', ifVersion: input.ifVersion ?? null };
      const deleted = await unit.views.delete(wanted, { ...writer, at: occurrence().at });
      if ('refusal' in deleted) throw new Refused(deleted.refusal);
      return deleted;
    },
  });
  if ('userErrors' in outcome) return { deletedId: null, userErrors: outcome.userErrors };
  return { deletedId: globalId('SavedView', outcome.result.id), userErrors: [] };
}

async function setDefaultView(
  context: RequestContext,
  input: SetDefaultViewInput,
): Promise<Payload> {
  const { page } = input;
  const uuid = input.id == null ? null : parseGlobalId('SavedView', input.id);
  let writer: Omit<ViewWriter, 'at'>;
  const outcome = await mutate(context, {
    name: 'setDefaultView',
    input,
    target: input.id == null ? () => Promise.resolve(EACH) : targetOf(context, uuid),
    validate: () => {
      writer = writerOf(context, 'setDefaultView');
      if (input.id != null && uuid === null) throw new Refused(noView());
    },
    work: async (unit) => {
      const chosen = await unit.views.setDefault({ page, id: uuid }, writer);
      if ('refusal' in chosen) throw new Refused(chosen.refusal);
      return { id: chosen.view?.id ?? null };
    },
  });
  if ('userErrors' in outcome) return { view: null, userErrors: outcome.userErrors };
  const { id } = outcome.result;
  return { view: id === null ? null : await visibleView(context, id), userErrors: [] };
}

export const viewResolvers: Resolvers = {
  Query: {
    savedViews: (_, { page }, context) => requireSignedIn(context).partner.savedViews(page),
  },
  Mutation: {
    saveView: (_, { input }, context) => saveView(context, input),
    updateView: (_, { input }, context) => updateView(context, input),
    deleteView: (_, { input }, context) => deleteView(context, input),
    setDefaultView: (_, { input }, context) => setDefaultView(context, input),
  },
  SavedView: {
    id: ({ id }) => globalId('SavedView', id),
    own: (view, _args, context) => isOwn(view, context),
    default: ({ isDefault }) => isDefault,
    version: (view) => contentVersion(viewContent(view)),
    mayChange: (view, _args, context) =>
      isOwn(view, context) ||
      (requireSignedIn(context).viewer.kind === 'MEMBER' && isOwner(context)),
  },
};
