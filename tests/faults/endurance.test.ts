import { endurance } from './endurance.ts'
import { shortForm } from './short-form.ts'

shortForm(endurance)
