import { restateInstances } from './restate-instances.ts'
import { shortForm } from './short-form.ts'

shortForm(restateInstances)
