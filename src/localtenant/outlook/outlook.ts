import type { TenantPart } from '../tenant.ts'

/** No routes yet. */
export const outlookPart: TenantPart = () => {}
