/** Something that people set once for everybody: a shared view, the meaning of a file's columns. */
export interface Setting {
  /** Kind and name: `view/red-and-late`, `mapping/4f2a…`. */
  readonly key: string
  /** JSON; read with a schema by whoever knows the kind. */
  readonly value: string
  readonly changedBy: string
  readonly changedByName: string
}
