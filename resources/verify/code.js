// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate's code read and judged as README.md says under "The code on a certificate": a second reader, written
// from that description and not from Srok's own. It knows no page; `nacl` is TweetNaCl.js.
'use strict';

var Srok = (function () {
    var PREFIX = 'SROK1:';
    var ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
    var LONGEST = 3391;
    var SIGNATURE = 64;
    var LIST_DAYS = 90;
    var STATES = ['void', 'replaced', 'lost', 'spoiled'];
    // The order of Ed25519's group, its lowest byte first: the second half of a signature is below it.
    var ORDER = [0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
                 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10];

    // --- bytes and texts --------------------------------------------------------------------------------------

    function bytesOf(text) {
        return new TextEncoder().encode(text);
    }

    function joined(a, b) {
        var all = new Uint8Array(a.length + b.length);
        all.set(a);
        all.set(b, a.length);
        return all;
    }

    function hexOf(bytes) {
        return Array.prototype.map.call(bytes, function (b) { return (b + 256).toString(16).slice(1); }).join('');
    }

    // Lower-case hexadecimal of `size` bytes, else null.
    function fromHex(text, size) {
        if (text === undefined || text.length !== 2 * size || !/^[0-9a-f]*$/.test(text)) return null;
        return Uint8Array.from(text.match(/../g), function (pair) { return parseInt(pair, 16); });
    }

    // UTF-8 that a line of paper can hold: not empty, no control characters. Else null.
    function textOf(bytes) {
        var text;
        try {
            text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        } catch (error) {
            return null;
        }
        return text !== '' && !/[\u0000-\u001f\u007f-\u009f]/.test(text) ? text : null;
    }

    function fromBase45(text) {
        if (text.length % 3 === 1) return null;
        var bytes = [];
        for (var at = 0; at < text.length; at += 3) {
            var group = text.slice(at, at + 3);
            var value = 0;
            for (var i = group.length - 1; i >= 0; --i) {
                var digit = ALPHABET.indexOf(group[i]);
                if (digit < 0) return null;
                value = value * 45 + digit;
            }
            if (value > (group.length === 3 ? 0xffff : 0xff)) return null;
            if (group.length === 3) bytes.push(value >> 8);
            bytes.push(value & 0xff);
        }
        return Uint8Array.from(bytes);
    }

    // --- days -------------------------------------------------------------------------------------------------

    function isDay(text) {
        var part = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
        if (!part) return false;
        var year = +part[1], month = +part[2], day = +part[3];
        var leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
        var length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
        return length !== undefined && day >= 1 && day <= length;
    }

    // "2004-03-12", "2004-03", "2004" or "~2004".
    function isBirth(text) {
        return isDay(text) || (/^\d{4}-\d{2}$/.test(text) && isDay(text + '-01')) || /^~?\d{4}$/.test(text);
    }

    function daysBetween(from, to) {
        return Math.max(0, Math.round((Date.parse(to + 'T00:00:00Z') - Date.parse(from + 'T00:00:00Z')) / 86400000));
    }

    // --- the payload ------------------------------------------------------------------------------------------

    // One head of RFC 8949 in its shortest form: {kind, value, end}, else null.
    function headAt(bytes, at) {
        if (at >= bytes.length) return null;
        var kind = bytes[at] >> 5, short = bytes[at] & 31;
        if (short < 24) return { kind: kind, value: short, end: at + 1 };
        var size = { 24: 1, 25: 2, 26: 4 }[short];
        if (!size || at + 1 + size > bytes.length) return null;
        var value = 0;
        for (var i = 1; i <= size; ++i) value = value * 256 + bytes[at + i];
        if (value < { 1: 24, 2: 0x100, 4: 0x10000 }[size]) return null;
        return { kind: kind, value: value, end: at + 1 + size };
    }

    // The map as [key, kind, value]…; null where it is not the one spelling there is.
    function entriesOf(bytes) {
        var map = headAt(bytes, 0);
        if (!map || map.kind !== 5 || map.value > 15) return null;
        var entries = [], at = map.end, last = -1;
        for (var i = 0; i < map.value; ++i) {
            var key = headAt(bytes, at);
            if (!key || key.kind !== 0 || key.value <= last) return null;
            last = key.value;
            at = key.end;
            if (bytes[at] === 0xf5) {
                entries.push([key.value, 'true', true]);
                ++at;
                continue;
            }
            var item = headAt(bytes, at);
            if (!item || (item.kind !== 2 && item.kind !== 3) || item.end + item.value > bytes.length) return null;
            at = item.end + item.value;
            entries.push([key.value, item.kind === 2 ? 'bytes' : 'text', bytes.slice(item.end, at)]);
        }
        return at === bytes.length ? entries : null;
    }

    var NAMES = ['key', 'serial', 'name_km', 'name', 'sex', 'born', 'programme', 'programme_name', 'result', 'issued',
                 'office', 'sample', 'kind', 'content', 'earned'];

    // What is no certificate says what it is; the first two tell a learner's units and have no programme of their own.
    var KINDS = ['record', 'transcript', 'provisional', 'partial', 'attendance'];

    function ofALearner(kind) {
        return kind === 'record' || kind === 'transcript';
    }

    function fits(name, kind, value) {
        if (name === 'key' || name === 'content') return kind === 'bytes' && value.length === (name === 'key' ? 8 : 32);
        if (name === 'sample') return kind === 'true';
        if (kind !== 'text' || value === null) return false;
        if (name === 'sex') return value === 'f' || value === 'm';
        if (name === 'born') return isBirth(value);
        if (name === 'issued') return isDay(value);
        return name !== 'kind' || KINDS.indexOf(value) >= 0;
    }

    // What the payload says, by name; null where no office can have signed it.
    function payloadOf(bytes) {
        var entries = entriesOf(bytes);
        if (!entries) return null;
        var said = {};
        for (var i = 0; i < entries.length; ++i) {
            var name = NAMES[entries[i][0]], kind = entries[i][1];
            var value = kind === 'text' ? textOf(entries[i][2]) : entries[i][2];
            if (name === undefined || !fits(name, kind, value)) return null;
            said[name] = value;
        }
        var has = function (one) { return said[one] !== undefined; };
        var record = ofALearner(said.kind);
        var complete = ['key', 'serial', 'issued', 'office'].every(has) && (has('name_km') || has('name')) &&
            has('content') === record && has('earned') === record &&
            (record ? !['programme', 'programme_name', 'result'].some(has) : has('programme'));
        return complete ? said : null;
    }

    // {payload, signature, signed}, or {problem: 'not-srok' | 'newer' | 'damaged'}.
    function read(text) {
        if (text.slice(0, PREFIX.length) !== PREFIX) {
            var version = /^SROK(\d+):/.exec(text);
            return { problem: version && +version[1] > 1 ? 'newer' : 'not-srok' };
        }
        var bytes = text.length > LONGEST ? null : fromBase45(text.slice(PREFIX.length));
        if (!bytes || bytes.length <= SIGNATURE) return { problem: 'damaged' };
        var payload = bytes.slice(0, bytes.length - SIGNATURE);
        var said = payloadOf(payload);
        if (!said) return { problem: 'damaged' };
        return { payload: said, signature: bytes.slice(payload.length), signed: joined(bytesOf(PREFIX), payload) };
    }

    function isSigned(message, signature, key) {
        for (var i = 31; i >= 0; --i) {
            if (signature[32 + i] < ORDER[i]) break;
            if (signature[32 + i] > ORDER[i] || i === 0) return false;
        }
        return nacl.sign.detached.verify(message, signature, key);
    }

    // --- lists of keys and revoked serials --------------------------------------------------------------------

    function readLine(list, field) {
        var is = function (word, fields) { return field[0] === word && field.length === fields; };
        var open = function (day) { return day === '-' || isDay(day); };
        if (!list.issuer) {
            if (!is('list', 4) && !(is('list', 5) && field[4] === 'sample')) return false;
            list.issuer = field[1];
            list.counter = +field[2];
            list.day = field[3];
            list.sample = field.length === 5;
            return /^\d\d(\d\d)?$/.test(list.issuer) && /^[1-9]\d{0,15}$/.test(field[2]) && isDay(list.day);
        }
        if (is('office', 4)) {
            list.offices[field[1]] = { name_km: field[2], name: field[3] };
            return field[1].indexOf(list.issuer) === 0;
        }
        if (is('key', 6)) {
            var key = fromHex(field[3], 32);
            list.keys.push({ office: field[1], id: field[2], key: key, from: field[4], until: field[5], list: list });
            return list.offices[field[1]] && key && fromHex(field[2], 8) && open(field[4]) && open(field[5]);
        }
        if (!is('revoked', 4)) return false;
        list.revoked[field[1]] = { state: field[2], day: field[3] };
        return list.offices[field[1].split('-')[0]] && STATES.indexOf(field[2]) >= 0 && isDay(field[3]);
    }

    // The list, or null where its seal does not fit what stands before it.
    function readList(text) {
        var at = text.lastIndexOf('\nseal\t') + 1;
        var seal = /^seal\t([0-9a-f]{64})\t([0-9a-f]{128})\n$/.exec(text.slice(at));
        var lines = text.slice(0, at).split('\n');
        if (!seal || lines[0] !== 'SROK-KEYS 1' || lines.pop() !== '') return null;
        var list = { offices: {}, keys: [], revoked: {} };
        for (var i = 1; i < lines.length; ++i)
            if (!readLine(list, lines[i].split('\t'))) return null;
        var own = list.keys.some(function (one) { return one.office === list.issuer && hexOf(one.key) === seal[1]; });
        var good = own && isSigned(bytesOf(text.slice(0, at)), fromHex(seal[2], 64), fromHex(seal[1], 32));
        return good ? list : null;
    }

    // --- the verdict ------------------------------------------------------------------------------------------

    function goodOn(key, day) {
        return (key.from === '-' || key.from <= day) && (key.until === '-' || day <= key.until);
    }

    // {verdict, payload, reason, revoked, list, days}. `text` is taken as it is; `today` is "2026-11-29".
    function judge(text, lists, today) {
        var code = read(text);
        if (code.problem === 'damaged') return { verdict: 'forged', reason: 'damaged' };
        if (code.problem) return { verdict: null, reason: code.problem };
        var said = code.payload, id = hexOf(said.key);
        var keys = lists.reduce(function (all, list) { return all.concat(list.keys); }, []).filter(function (one) {
            return one.office === said.office && one.id === id;
        });
        if (keys.length === 0) return { verdict: 'unknown-key', payload: said };
        keys.sort(function (a, b) { return a.list.day < b.list.day ? 1 : -1; });
        var key = keys.filter(function (one) { return goodOn(one, said.issued); })[0];
        if (!key) return { verdict: 'unknown-key', payload: said, reason: 'not-then' };
        if (!isSigned(code.signed, code.signature, key.key)) return { verdict: 'forged', payload: said };
        var answer = { verdict: 'genuine', payload: said, list: key.list, days: daysBetween(key.list.day, today) };
        if (said.kind) return answer; // only a certificate's number can become void
        lists.forEach(function (list) {
            var revoked = Object.prototype.hasOwnProperty.call(list.revoked, said.serial) && list.revoked[said.serial];
            if (!revoked) return;
            answer.verdict = 'void';
            answer.revoked = revoked;
        });
        return answer;
    }

    return { PREFIX: PREFIX, LIST_DAYS: LIST_DAYS, ofALearner: ofALearner, readList: readList, judge: judge, daysBetween: daysBetween };
})();
