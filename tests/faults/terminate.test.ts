import { shortForm } from './short-form.ts'
import { terminate } from './terminate.ts'

shortForm(terminate)
