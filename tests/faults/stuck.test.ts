import { shortForm } from './short-form.ts'
import { stuck } from './stuck.ts'

shortForm(stuck)
