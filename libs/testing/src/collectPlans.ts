/**
 * The plans of all that PostgreSQL executes for the stores of this process on a database, also
 * within functions and triggers: `auto_explain` sends each as a notice.
 */
import pg from 'pg';
import type { TestDatabase } from './aDatabase.ts';

/** A part of a plan, as `explain (verbose, format json)` has it. */
export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  Alias?: string;
  Plans?: PlanNode[];
  [detail: string]: unknown;
}

/** A statement that was executed. */
export interface ExecutedPlan {
  text: string;
  plan: PlanNode;
}

/** What a database executed, each statement once for each of its plans. */
export interface CollectedPlans {
  plans(): ExecutedPlan[];
  /** Tables with a column `partner_id`. */
  partnered(): Promise<ReadonlySet<string>>;
  /** Call in `afterAll`. */
  stop(): void;
}

const SETTINGS = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_nested_statements': 'on',
  'auto_explain.log_verbose': 'on',
  'auto_explain.log_format': 'json',
  'auto_explain.log_level': 'notice',
  'auto_explain.log_parameter_max_length': '0',
};
const PLAN = /^duration: .* ms {2}plan:\n/;
const PARTNERED = `select table_name as name from information_schema.columns
  where column_name = 'partner_id' and table_schema = current_schema()`;

/** Call before the stores are opened whose plans are wanted: it holds for new connections. */
export async function collectPlans({
  url,
  runtimeUrl,
  query,
}: Pick<TestDatabase, 'url' | 'runtimeUrl' | 'query'>): Promise<CollectedPlans> {
  const name = new URL(url).pathname.slice(1);
  const login = decodeURIComponent(new URL(runtimeUrl).username);
  for (const [setting, value] of Object.entries(SETTINGS))
    await query(`alter database ${name} set ${setting} = '${value}'`);
  const collected = new Map<string, ExecutedPlan>();
  const keep = (message: string): void => {
    if (!PLAN.test(message)) return;
    // Cast: as `auto_explain` writes it.
    const { 'Query Text': text, Plan: plan } = JSON.parse(message.replace(PLAN, '')) as {
      'Query Text': string;
      Plan: PlanNode;
    };
    collected.set(`${text}\n${JSON.stringify(withoutFigures(plan))}`, { text, plan });
  };
  const { connect } = pg.Client.prototype;
  // Every client of this process, whoever makes it.
  pg.Client.prototype.connect = function (this: pg.Client, ...given: unknown[]) {
    if (this.database === name && this.user === login)
      this.on('notice', ({ message }) => keep(message ?? ''));
    // Cast: of its two signatures, the one that was called.
    return Reflect.apply(connect, this, given) as Promise<pg.Client>;
  } as typeof connect;
  return {
    plans: () => [...collected.values()],
    partnered: async () =>
      new Set((await query<{ name: string }>(PARTNERED)).map((table) => table.name)),
    stop: () => {
      pg.Client.prototype.connect = connect;
    },
  };
}

/** What of a plan says how it reads. */
function withoutFigures(node: PlanNode): PlanNode {
  const kept = Object.entries(node).filter(
    ([detail]) => !/Cost|Rows|Width|Output|Plans/.test(detail),
  );
  // Cast: a plan without some of its details.
  return {
    ...(Object.fromEntries(kept) as PlanNode),
    Plans: node.Plans?.map(withoutFigures) ?? [],
  };
}
