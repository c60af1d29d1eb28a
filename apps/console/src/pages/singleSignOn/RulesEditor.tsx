/**
 * The rules as a table with buttons that add, edit and remove. Nothing changes on the server until
 * they are saved, all together.
 */
import { Button, ButtonGroup } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { keepForm, useKeptForm } from '../../features/viewer/keptForm.ts';
import { useSignInAgain } from '../../features/viewer/StepUp.tsx';
import { useUnsavedChanges } from '../../routing/useUnsavedChanges.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { RuleConflict } from './RuleConflict.tsx';
import { RuleDialog } from './RuleDialog.tsx';
import { SET_SIGN_IN_POLICY } from './ruleDocuments.ts';
import {
  areSameRules,
  changesOf,
  MAX_RULES,
  putRule,
  refusedPlace,
  toRuleInput,
} from './ruleDrafts.ts';
import type { Rule, RuleChanges, RuleProvider } from './ruleDrafts.ts';
import { RuleTable } from './RuleTable.tsx';
import { DialogContainer } from '../../ui/DialogContainer.tsx';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 16 });
const foot = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 12,
});
const save = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12 });
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued' });

const about = style({ maxWidth: 720, marginTop: 16 });
const heading = style({ font: 'title-sm', margin: 0, marginBottom: 8 });
const points = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0, paddingStart: 20 });
const ENDS = ['rule.endsClaim', 'rule.endsRule', 'rule.endsTokens', 'rule.endsRemoved'] as const;

const RULES_FORM = 'rules';
interface Edited {
  rules: Rule[];
  /** What they were made of. */
  base: readonly Rule[];
}

interface RulesEditorProps {
  saved: readonly Rule[];
  providers: readonly RuleProvider[];
  /** Reads the rules of the server again; undefined if it did not answer. */
  reload: () => Promise<{ rules: readonly Rule[]; version: string } | undefined>;
}

export function RulesEditor({ saved, providers, reload }: RulesEditorProps) {
  const intl = useIntl();
  const kept = useKeptForm<Edited>(RULES_FORM);
  /** Undefined: as they are saved. */
  const [edited, setEdited] = useState(kept ?? undefined);
  /** What another owner changed since. */
  const [theirs, setTheirs] = useState<RuleChanges>();
  const [dialog, setDialog] = useState<number | 'add'>();
  const rules = edited?.rules ?? saved;
  const isChanged = edited !== undefined && !areSameRules(edited.rules, saved);
  const question = useUnsavedChanges(isChanged);
  const mutation = useSave(() => setEdited(undefined));
  const edit = (next: Rule[]) => setEdited({ rules: next, base: edited?.base ?? saved });
  const close = () => setDialog(undefined);
  function discard() {
    setEdited(undefined);
    setTheirs(undefined);
    mutation.reset();
  }
  async function send() {
    if (!edited) return;
    // All rules are replaced: those of another owner would be lost without a word.
    const current = await reload();
    if (current && !areSameRules(current.rules, edited.base)) {
      setTheirs(changesOf(edited.base, current.rules));
      setEdited({ rules: edited.rules, base: current.rules });
      return;
    }
    setTheirs(undefined);
    mutation.send({ rules: edited.rules.map(toRuleInput), ifVersion: current?.version ?? null });
  }
  const signInAgain = useSignInAgain({
    errors: mutation.errors,
    onLeave: () => edited && keepForm({ form: RULES_FORM, values: edited }),
  });
  const refused = mutation.errors.map(({ field }) => refusedPlace(field));
  return (
    <div className={stack}>
      {rules.length === 0 ? (
        <EmptyState title={intl.formatMessage({ id: 'rule.none' })}>
          {intl.formatMessage({ id: 'rule.noneText' })}
        </EmptyState>
      ) : (
        <RuleTable
          rules={rules}
          providers={providers}
          isRefused={(index) => refused.includes(index)}
          onEdit={setDialog}
          onRemove={(index) => edit(rules.filter((_, at) => at !== index))}
        />
      )}
      {signInAgain ?? <MutationNotice mutation={mutation} />}
      {theirs ? <RuleConflict changes={theirs} /> : null}
      <div className={foot}>
        <Button
          variant="secondary"
          isDisabled={rules.length >= MAX_RULES}
          onPress={() => setDialog('add')}
        >
          {intl.formatMessage({ id: 'rule.add' })}
        </Button>
        {isChanged ? (
          <span className={save}>
            <span className={quiet} role="status">
              {intl.formatMessage({ id: 'rule.unsaved' })}
            </span>
            <ButtonGroup>
              <Button variant="secondary" onPress={discard}>
                {intl.formatMessage({ id: 'rule.discard' })}
              </Button>
              <Button
                variant="accent"
                isPending={mutation.isPending}
                isDisabled={signInAgain !== null}
                onPress={() => void send()}
              >
                {intl.formatMessage({ id: 'rule.save' })}
              </Button>
            </ButtonGroup>
          </span>
        ) : null}
      </div>
      <WhenAccessEnds />
      {question}
      <DialogContainer onDismiss={close}>
        {dialog === undefined ? null : (
          <RuleDialog
            rule={dialog === 'add' ? undefined : rules[dialog]}
            providers={providers}
            onDone={(rule) => {
              edit(putRule(rules, rule, dialog === 'add' ? undefined : dialog));
              close();
            }}
            onClose={close}
          />
        )}
      </DialogContainer>
    </div>
  );
}

function useSave(onSaved: () => void) {
  const intl = useIntl();
  const announce = useAnnounce();
  return useKeywayMutation(SET_SIGN_IN_POLICY, {
    onDone: () => {
      announce(intl.formatMessage({ id: 'rule.saved' }));
      onSaved();
    },
  });
}

function WhenAccessEnds() {
  const intl = useIntl();
  return (
    <section className={about} aria-labelledby="rule-ends">
      <h2 id="rule-ends" className={heading}>
        {intl.formatMessage({ id: 'rule.ends' })}
      </h2>
      <ul className={points}>
        {ENDS.map((id) => (
          <li key={id}>{intl.formatMessage({ id })}</li>
        ))}
      </ul>
    </section>
  );
}
