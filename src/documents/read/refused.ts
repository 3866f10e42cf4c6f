import type { AnyPaperRefusal } from '../../domain/anyPaper.ts'

/** A file that is not read, with the sentence for the person who chose it. Thrown and caught inside this folder. */
export class Refused extends Error {
  readonly code: AnyPaperRefusal

  constructor(code: AnyPaperRefusal, message: string) {
    super(`${message} Nothing was read.`)
    this.name = 'Refused'
    this.code = code
  }
}
