import { Link } from '@fluentui/react-components'
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team'
import { StateScreen } from './ui/StateScreen.tsx'

/** Shown when the page is opened by itself in a browser. */
export function OutsideTeams({ teamsAppId }: { teamsAppId: string | null }) {
  const address = teamsAppId
    ? `https://teams.microsoft.com/l/app/${encodeURIComponent(teamsAppId)}`
    : 'https://teams.microsoft.com/'
  return (
    <StateScreen icon={<PeopleTeamRegular fontSize={32} />} title="Follow-Through opens in Microsoft Teams">
      This page is the inside of a Teams tab. <Link href={address}>Open Follow-Through in Teams</Link> and
      sign in there.
    </StateScreen>
  )
}
