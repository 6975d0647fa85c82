;; What clauses weigh, summed eight statements at a time: `weights.ts` lays out the memory and calls this.
;; A row holds the weights of one feature, one signed byte a statement; a sum has 16 bits a statement.
(module
  (import "table" "memory" (memory 1))
  ;; Buckets of four slots, by the lowest bits of a feature. A slot has the feature's highest 14 bits and the number of
  ;; its row, and is zero where it is empty; what finds a bucket full stands in the next one.
  (import "table" "buckets" (global $buckets i32))
  ;; The number of buckets less one.
  (import "table" "bucketMask" (global $bucketMask i32))
  ;; Where the rows stand; row zero weighs nothing.
  (import "table" "rows" (global $rows i32))
  ;; How many statements there are, and up to seven more that weigh nothing.
  (import "table" "width" (global $width i32))
  ;; One float a statement: what it weighs with no feature at all, and its best score so far.
  (import "table" "bias" (global $bias i32))
  (import "table" "scores" (global $scores i32))
  ;; One integer a statement: the clause that has the best score.
  (import "table" "clauses" (global $clauses i32))

  ;; Writes where the rows of the features listed from $at to $end stand over the list itself, and returns its new end.
  ;; Takes no branch by what is found, so that one look-up does not wait for another, but where a bucket is full.
  (func $find (param $at i32) (param $end i32) (result i32)
    (local $feature i32)
    (local $bucket i32)
    (local $slots v128)
    (local $equal i32)
    (local $out i32)
    (local.set $out (local.get $at))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $feature (i32.load (local.get $at)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (local.set $bucket (i32.and (local.get $feature) (global.get $bucketMask)))
        (loop $probe
          (local.set $slots
            (v128.load (i32.add (global.get $buckets) (i32.shl (local.get $bucket) (i32.const 4)))))
          (local.set $equal
            (i32x4.bitmask
              (i32x4.eq
                (i32x4.shr_u (local.get $slots) (i32.const 18))
                (i32x4.splat (i32.shr_u (local.get $feature) (i32.const 18))))))
          (if (i32.and (i32.eqz (local.get $equal)) (i32x4.all_true (local.get $slots)))
            (then
              (local.set $bucket (i32.and (i32.add (local.get $bucket) (i32.const 1)) (global.get $bucketMask)))
              (br $probe))))
        (i32.store
          (local.get $out)
          (i32.add
            (global.get $rows)
            (i32.mul
              (global.get $width)
              (i32.and
                (i32.const 0x3ffff)
                (i32.load
                  (i32.add
                    (i32.add (global.get $buckets) (i32.shl (local.get $bucket) (i32.const 4)))
                    (i32.shl
                      (i32.and (i32.ctz (local.get $equal)) (i32.const 3))
                      (i32.const 2))))))))
        (local.set $out
          (i32.add (local.get $out) (i32.shl (i32.ne (local.get $equal) (i32.const 0)) (i32.const 2))))
        (br $next)))
    (local.get $out))

  ;; Adds the rows of the features listed from $at to $end to the sums at $into, $sign times: 1 or -1.
  (func (export "add") (param $at i32) (param $end i32) (param $into i32) (param $sign i32)
    (local $row i32)
    (local $k i32)
    (local $eight v128)
    (local.set $end (call $find (local.get $at) (local.get $end)))
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
