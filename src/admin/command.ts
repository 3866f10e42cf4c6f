/** One verb of `npm run admin`: it says how it is used, and answers with the exit code. */
export interface Command {
  readonly name: string
  readonly summary: string
  readonly usage: string
  run(args: string[]): Promise<number>
}
