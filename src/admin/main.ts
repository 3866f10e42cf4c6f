import type { Command } from './command.ts'

/**
 * The verbs, in the order in which a newcomer needs them. Each is loaded only when it is asked for, so that a verb
 * that cannot be loaded does not take the others with it.
 */
const verbs: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).startCommand,
  register: async () => (await import('./register.ts')).registerCommand,
  provision: async () => (await import('./provision.ts')).provisionCommand,
  sample: async () => (await import('./sample/sample.ts')).sampleCommand,
  import: async () => (await import('./import.ts')).importCommand,
  'import-training': async () => (await import('./importTraining.ts')).importTrainingCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  programme: async () => (await import('./programme.ts')).programmeCommand,
  remind: async () => (await import('./remind.ts')).remindCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  package: async () => (await import('./package.ts')).packageCommand,
}

// A reader that has seen enough (| head) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await main(process.argv.slice(2))

async function main([verb, ...args]: string[]): Promise<number> {
  if (verb === undefined || verb === '--help' || verb === '-h' || verb === 'help') {
    console.log(await overview())
    return verb === undefined ? 2 : 0
  }
  const load = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  if (!load) {
    console.error(`There is no command "${verb}". The commands are ${Object.keys(verbs).join(', ')}.`)
    return 2
  }
  return run(verb, load, args)
}

async function run(verb: string, load: () => Promise<Command>, args: string[]): Promise<number> {
  try {
    const command = await load()
    if (args.includes('--help') || args.includes('-h')) {
      console.log(command.usage.trimEnd())
      return 0
    }
    return await command.run(args)
  } catch (thrown) {
    if (isUsageError(thrown)) {
      console.error(`${firstSentence(thrown.message)} See "npm run admin -- ${verb} --help".`)
      return 2
    }
    console.error(thrown instanceof Error ? thrown.message : String(thrown))
    if (process.env.FT_DEBUG && thrown instanceof Error) console.error(thrown.stack)
    return 1
  }
}

async function overview(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(verbs).map(async ([name, load]) => {
      const summary = await load().then(
        (command) => command.summary,
        () => 'cannot be loaded here',
      )
      return `  ${name.padEnd(10)} ${summary}`
    }),
  )
  return [
    'Usage: npm run admin -- COMMAND [options]',
    '',
    ...lines,
    '',
    'npm run admin -- COMMAND --help tells more about one of them.',
  ].join('\n')
}

/** What node:util says about options that a command does not have. */
function isUsageError(thrown: unknown): thrown is Error {
  return (
    thrown instanceof Error &&
    'code' in thrown &&
    typeof thrown.code === 'string' &&
    thrown.code.startsWith('ERR_PARSE_ARGS')
  )
}

function firstSentence(message: string): string {
  return `${message.split('. ', 1)[0]?.replace(/\.$/, '') ?? message}.`
}
