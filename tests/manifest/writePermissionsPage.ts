/** `node tests/manifest/writePermissionsPage.ts`: puts the tables of manifest/permissions.json into docs/permissions.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { readDeclared } from '../contract/oracle/permissions.ts'
import { withTables } from './permissionsPage.ts'

const page = 'docs/permissions.md'
writeFileSync(page, withTables(readFileSync(page, 'utf8'), readDeclared()))
console.log(`${page} is as manifest/permissions.json says.`)
