type Bindable<V> = Record<string, (view: V, ...rest: never[]) => unknown>;

/** The same functions without their first parameter. */
export type Bound<F> = {
  [Name in keyof F]: F[Name] extends (view: never, ...rest: infer Rest) => infer Result
    ? (...rest: Rest) => Result
    : never;
};

/** Gives every function of a table its first argument. */
export const bind = <V, F extends Bindable<V>>(view: V, functions: F): Bound<F> =>
  Object.fromEntries(
    Object.entries(functions).map(([name, work]) => [
      name,
      (...rest: never[]) => work(view, ...rest),
    ]),
  ) as Bound<F>;
