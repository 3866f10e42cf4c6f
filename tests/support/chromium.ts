import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
]

/** The one command that brings a browser on Debian and Ubuntu. */
export const installCommand = 'sudo apt-get update && sudo apt-get install -y chromium fonts-liberation'

/** Path of a Chromium on this machine (`FT_CHROMIUM` first), or null. */
export function findChromium(): string | null {
  const named = process.env.FT_CHROMIUM
  if (named) return existsSync(named) ? named : null
  return places.find((place) => existsSync(place)) ?? null
}

/** Installs Chromium from the distribution where that needs no password; answers with its path or null. */
export function installChromium(): string | null {
  const root = process.getuid?.() === 0
  const prefix = root ? [] : ['sudo', '-n']
  if (!existsSync('/usr/bin/apt-get')) return null
  if (!root && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return null
  console.log('No Chromium here: installing it from the distribution.')
  run([...prefix, 'apt-get', 'update', '-q'])
  run([
    ...prefix,
    'apt-get',
    'install',
    '-y',
    '-q',
    '--no-install-recommends',
    'chromium',
    'fonts-liberation',
  ])
  return findChromium()
}

function run(command: readonly string[]): void {
  const [program = 'true', ...args] = command
  spawnSync(program, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}
