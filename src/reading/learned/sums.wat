;; What clauses weigh, summed eight statements at a time: `weights.ts` lays out the memory and calls this.
;; A row holds the weights of one feature, one signed byte a statement; a sum has 16 bits a statement.
(module
  (import "table" "memory" (memory 1))
  ;; A bit for each feature there is, by its lowest bits: most that are looked up are not there.
  (import "table" "present" (global $present i32))
  ;; Pairs of a feature and where its row stands, by the feature's lowest bits; an empty one holds zero.
  (import "table" "slots" (global $slots i32))
  ;; The number of slots less one, and of bits less one.
  (import "table" "slotMask" (global $slotMask i32))
  (import "table" "bitMask" (global $bitMask i32))
  ;; How many statements there are, and up to seven more that weigh nothing.
  (import "table" "width" (global $width i32))
  ;; One float a statement: what it weighs with no feature at all, and its best score so far.
  (import "table" "bias" (global $bias i32))
  (import "table" "scores" (global $scores i32))
  ;; One integer a statement: the clause that has the best score.
  (import "table" "clauses" (global $clauses i32))

  ;; Keeps of the features listed from $at to $end those whose bit is set, and returns the list's new end. Takes no
  ;; branch by what is found, so that one look-up does not wait for another.
  (func $sift (param $at i32) (param $end i32) (result i32)
    (local $bit i32)
    (local $out i32)
    (local.set $out (local.get $at))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (i32.store (local.get $out) (i32.load (local.get $at)))
        (local.set $bit (i32.and (i32.load (local.get $at)) (global.get $bitMask)))
        (local.set $out
          (i32.add
            (local.get $out)
            (i32.shl
              (i32.and
                (i32.shr_u
                  (i32.load8_u (i32.add (global.get $present) (i32.shr_u (local.get $bit) (i32.const 3))))
                  (i32.and (local.get $bit) (i32.const 7)))
                (i32.const 1))
              (i32.const 2))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next)))
    (local.get $out))

  ;; Writes where the rows of the features listed from $at to $end stand over the list itself, and returns its new end.
  (func $find (param $at i32) (param $end i32) (result i32)
    (local $feature i32)
    (local $slot i32)
    (local $key i32)
    (local $out i32)
    (local.set $out (local.get $at))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $feature (i32.load (local.get $at)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (local.set $slot (i32.and (local.get $feature) (global.get $slotMask)))
        (loop $probe
          (local.set $key (i32.load (i32.add (global.get $slots) (i32.shl (local.get $slot) (i32.const 3)))))
          (br_if $next (i32.eqz (local.get $key)))
          (if (i32.ne (local.get $key) (local.get $feature))
            (then
              (local.set $slot (i32.and (i32.add (local.get $slot) (i32.const 1)) (global.get $slotMask)))
              (br $probe))))
        (i32.store
          (local.get $out)
          (i32.load offset=4 (i32.add (global.get $slots) (i32.shl (local.get $slot) (i32.const 3)))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (br $next)))
    (local.get $out))

  ;; Adds the rows of the features listed from $at to $end to the sums at $into, $sign times: 1 or -1.
  (func (export "add") (param $at i32) (param $end i32) (param $into i32) (param $sign i32)
    (local $row i32)
    (local $k i32)
    (local $eight v128)
    (local.set $end (call $find (local.get $at) (call $sift (local.get $at) (local.get $end))))
    (loop $lanes
      (local.set $eight (v128.const i64x2 0 0))
      (local.set $row (local.get $at))
      (block $done
        (loop $next
          (br_if $done (i32.ge_u (local.get $row) (local.get $end)))
          (local.set $eight
            (i16x8.add_sat_s
              (local.get $eight)
              (v128.load8x8_s (i32.add (i32.load (local.get $row)) (local.get $k)))))
          (local.set $row (i32.add (local.get $row) (i32.const 4)))
          (br $next)))
      (v128.store (local.get $into)
        (i16x8.add_sat_s
          (v128.load (local.get $into))
          (i16x8.mul (i16x8.splat (local.get $sign)) (local.get $eight))))
      (local.set $into (i32.add (local.get $into) (i32.const 16)))
      (local.set $k (i32.add (local.get $k) (i32.const 8)))
      (br_if $lanes (i32.lt_u (local.get $k) (global.get $width)))))

  ;; Four statements' sums from $at on, each times $share.
  (func $times (param $at i32) (param $share f32) (result v128)
    (f32x4.mul (f32x4.splat (local.get $share)) (f32x4.convert_i32x4_s (v128.load16x4_s (local.get $at)))))

  ;; Scores a clause by its sums of each kind and how much one step of them counts, and keeps what is best.
  (func (export "keep") (param $clause i32)
    (param $own i32) (param $ofOwn f32)
    (param $beside i32) (param $ofBeside f32)
    (param $far i32) (param $ofFar f32)
    (local $k i32)
    (local $wide i32)
    (local $score v128)
    (local $better v128)
    (loop $four
      (local.set $wide (i32.shl (local.get $k) (i32.const 1)))
      (local.set $score
        (f32x4.add
          (f32x4.add
            (v128.load (i32.add (global.get $bias) (i32.shl (local.get $k) (i32.const 2))))
            (call $times (i32.add (local.get $own) (local.get $wide)) (local.get $ofOwn)))
          (f32x4.add
            (call $times (i32.add (local.get $beside) (local.get $wide)) (local.get $ofBeside))
            (call $times (i32.add (local.get $far) (local.get $wide)) (local.get $ofFar)))))
      (local.set $wide (i32.shl (local.get $k) (i32.const 2)))
      (local.set $better
        (f32x4.gt (local.get $score) (v128.load (i32.add (global.get $scores) (local.get $wide)))))
      (v128.store (i32.add (global.get $scores) (local.get $wide))
        (v128.bitselect
          (local.get $score)
          (v128.load (i32.add (global.get $scores) (local.get $wide)))
          (local.get $better)))
      (v128.store (i32.add (global.get $clauses) (local.get $wide))
        (v128.bitselect
          (i32x4.splat (local.get $clause))
          (v128.load (i32.add (global.get $clauses) (local.get $wide)))
          (local.get $better)))
      (local.set $k (i32.add (local.get $k) (i32.const 4)))
      (br_if $four (i32.lt_u (local.get $k) (global.get $width))))))
