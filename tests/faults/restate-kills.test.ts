import { restateKills } from './restate-kills.ts'
import { shortForm } from './short-form.ts'

shortForm(restateKills)
