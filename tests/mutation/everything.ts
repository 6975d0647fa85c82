// One file for one loading of knowledge for each mutant.
import '../interview/answers.test.ts'
import '../interview/properties.test.ts'
import '../verdict/distance.test.ts'
import '../verdict/like-cases.test.ts'
import '../verdict/properties.test.ts'
import '../verdict/scope.test.ts'
