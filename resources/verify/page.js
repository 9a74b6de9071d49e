// SPDX-License-Identifier: GPL-3.0-or-later
// The page itself: three ways to hand in a code, and the answer, large enough to be held beside the paper.
'use strict';

(function () {
    var MONTHS_KM = ['មករា', 'កុម្ភៈ', 'មីនា', 'មេសា', 'ឧសភា', 'មិថុនា', 'កក្កដា', 'សីហា', 'កញ្ញា', 'តុលា', 'វិច្ឆិកា', 'ធ្នូ'];
    var MONTHS_EN = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
    // A sign beside the colour: not everyone sees the colour, and no font is asked for the sign.
    var SIGNS = {
        genuine: 'M13 25l8 8 15-18', forged: 'M14 14l20 20M34 14L14 34', void: 'M14 14l20 20M34 14L14 34',
        'unknown-key': 'M17 18c1-10 16-9 14 1c-1 5-7 5-7 11M24 36v1', none: 'M24 12v16M24 35v1'
    };
    var SIGNED = ['ការិយាល័យបានចុះហត្ថលេខាលើអ្វីដែលមានខាងក្រោមនេះពិតប្រាកដ។', 'The office signed exactly what stands below.'];
    var WORDS = {
        genuine: [['វិញ្ញាបនបត្រពិត', 'Genuine'], SIGNED],
        record: [['កំណត់ត្រាសិក្សាពិត', 'Genuine record of learning'], SIGNED],
        transcript: [['ព្រឹត្តិបត្រពិន្ទុពិត', 'Genuine transcript'], SIGNED],
        provisional: [['វិញ្ញាបនបត្របណ្តោះអាសន្នពិត', 'Genuine provisional certificate'], SIGNED],
        partial: [['លិខិតបញ្ជាក់លទ្ធផលសិក្សាមួយផ្នែកពិត', 'Genuine statement of partial achievement'], SIGNED],
        attendance: [['លិខិតបញ្ជាក់ការចូលរៀនពិត', 'Genuine certificate of attendance'], SIGNED],
        void: [['អស់សុពលភាពហើយ', 'No longer valid']],
        forged: [['ក្លែងក្លាយ ឬត្រូវបានកែ', 'Forged or altered'],
            ['ហត្ថលេខាឌីជីថលមិនត្រូវទេ៖ កុំទទួលយក ហើយសូមសួរការិយាល័យដែលវាសរសេរ។', 'Its signature does not fit: do not accept it, and ask the office that it names.']],
        'unknown-key': [['មិនអាចសន្និដ្ឋានបាន', 'Cannot be decided'],
            ['ចុះហត្ថលេខាដោយការិយាល័យដែលទំព័រនេះមិនស្គាល់។ សូមសួរការិយាល័យនោះ ឬយកទំព័រថ្មីជាង។', 'It was signed by an office that this page does not know. Ask that office, or take a newer page.']],
        'not-then': [['មិនអាចសន្និដ្ឋានបាន', 'Cannot be decided'],
            ['នៅថ្ងៃចេញ ការិយាល័យមិនបានប្រើកូនសោនេះទេ។ សូមសួរការិយាល័យនោះ។', 'On the day of issue this key was not the office’s. Ask that office.']],
        damaged: [['ក្លែងក្លាយ ឬត្រូវបានកែ', 'Forged or altered'],
            ['កូដខូច ឬត្រូវបានគេប្តូរ។ សូមថតម្តងទៀត បើនៅតែដដែល សូមសួរការិយាល័យដែលបានចេញ។', 'The code is damaged or was altered. Photograph it again; if it stays so, ask the office that issued it.']],
        'not-srok': [['មិនមែនជាកូដវិញ្ញាបនបត្រទេ', 'Not a certificate code'],
            ['សូមថតកូដ QR លើវិញ្ញាបនបត្រម្តងទៀត ឱ្យជិតជាងមុន។', 'Photograph the square code on the certificate again, from closer.']],
        newer: [['កូដថ្មីជាង', 'A newer code'],
            ['កូដនេះបង្កើតដោយកម្មវិធីថ្មីជាង។ សូមយកទំព័រថ្មីពីការិយាល័យ។', 'A newer Srok made this code. Take a newer page from your office.']],
        'not-found': [['រកមិនឃើញកូដក្នុងរូបភាពទេ', 'No code was found in the picture'],
            ['សូមថតកូដ QR ម្តងទៀត ឱ្យត្រង់ ជិត និងមានពន្លឺល្អ។', 'Photograph the square code again: straight, from close by and in good light.']],
        camera: [['បើកកាមេរ៉ាមិនបាន', 'The camera cannot be opened'],
            ['សូមថតរូប ឬបិទភ្ជាប់អត្ថបទនៃកូដ។', 'Take a picture instead, or paste the text of the code.']]
    };
    var STATES = { void: ['បានលុបចោល', 'made void'], replaced: ['បានជំនួស', 'replaced'], lost: ['បានបាត់', 'lost'], spoiled: ['ខូច', 'spoiled'] };

    function $(id) { return document.getElementById(id); }

    // An element of some texts and elements; what a code says is only ever put in as text.
    function make(tag, name, inside) {
        var one = document.createElement(tag);
        if (name) one.className = name;
        (inside || []).forEach(function (part) {
            one.appendChild(typeof part === 'string' ? document.createTextNode(part) : part);
        });
        return one;
    }

    function both(tag, name, words) {
        var english = make('span', '', [words[1]]);
        english.lang = 'en';
        return make(tag, name, [words[0] + ' ', english]);
    }

    function khmer(number) {
        return String(number).replace(/\d/g, function (d) { return String.fromCharCode(0x17e0 + +d); });
    }

    function dayWords(iso) {
        var part = iso.split('-');
        return ['ថ្ងៃទី' + khmer(+part[2]) + ' ខែ' + MONTHS_KM[part[1] - 1] + ' ឆ្នាំ' + khmer(part[0]),
            +part[2] + ' ' + MONTHS_EN[part[1] - 1] + ' ' + part[0]];
    }

    function today() {
        var now = new Date();
        return now.getFullYear() + '-' + ('0' + (now.getMonth() + 1)).slice(-2) + '-' + ('0' + now.getDate()).slice(-2);
    }

    // --- the lists in the page --------------------------------------------------------------------------------

    var lists = JSON.parse($('signed-lists').textContent).map(Srok.readList).filter(Boolean);

    function officeName(code) {
        var known = lists.filter(function (list) { return list.offices[code]; })[0];
        return known ? known.offices[code] : null;
    }

    function showLists() {
        var newest = lists.map(function (list) { return list.day; }).sort().pop();
        if (!newest) {
            $('age').className = 'old';
            $('age').appendChild(both('span', '', ['ទំព័រនេះខូច៖ គ្មានបញ្ជីដែលត្រឹមត្រូវទេ។', 'This page is damaged: it holds no good list.']));
            return;
        }
        var days = Srok.daysBetween(newest, today());
        $('age').className = days > Srok.LIST_DAYS ? 'old' : '';
        $('age').appendChild(both('span', '', [
            'បញ្ជីកូនសោ និងលេខដែលអស់សុពលភាព គិតត្រឹម' + dayWords(newest)[0] + ' (' + khmer(days) + ' ថ្ងៃមុន)។',
            'Keys and void numbers as of ' + dayWords(newest)[1] + ' (' + days + (days === 1 ? ' day' : ' days') + ' ago).' +
            (days > Srok.LIST_DAYS ? ' Take a newer page from your office.' : '')]));
        lists.forEach(function (list) {
            var office = officeName(list.issuer) || {};
            $('lists').appendChild(both('li', '', [
                (office.name_km || office.name) + ' (' + list.issuer + ')៖ លេខ ' + khmer(list.counter) + ' ' + dayWords(list.day)[0],
                (office.name || '') + ' no. ' + list.counter + ', ' + dayWords(list.day)[1] + ': ' + list.keys.length + ' keys, ' +
                Object.keys(list.revoked).length + ' numbers no longer valid' + (list.sample ? ', SAMPLE' : '')]));
        });
    }

    // --- the answer -------------------------------------------------------------------------------------------

    function fact(words, value, big) {
        if (!value) return null;
        var shown = typeof value === 'string' ? make('dd', '', [value]) : both('dd', '', value);
        return make('div', big ? 'big' : '', [both('dt', '', words), shown]);
    }

    function facts(name, all) {
        return make('dl', name, all.filter(Boolean));
    }

    function bornWords(born) {
        if (/^\d{4}-\d{2}-\d{2}$/.test(born)) return dayWords(born);
        if (/^\d{4}-\d{2}$/.test(born)) {
            var part = born.split('-');
            return ['ខែ' + MONTHS_KM[part[1] - 1] + ' ឆ្នាំ' + khmer(part[0]), MONTHS_EN[part[1] - 1] + ' ' + part[0]];
        }
        var about = born[0] === '~', year = born.replace('~', '');
        return [(about ? 'ប្រហែលឆ្នាំ' : 'ឆ្នាំ') + khmer(year), (about ? 'about ' : '') + year];
    }

    function showPayload(card, said, proven) {
        if (!proven) card.appendChild(both('p', 'claim', ['អ្វីដែលកូដអះអាង មិនទាន់មានភស្តុតាងទេ៖', 'What the code claims; nothing of it is proven:']));
        var office = officeName(said.office), record = Srok.ofALearner(said.kind);
        card.appendChild(make('div', 'names', [make('div', 'name-km', [said.name_km || said.name]),
            make('div', 'name', [said.name_km ? said.name || '' : ''])]));
        card.appendChild(facts('facts', [
            fact(['កម្មវិធី', 'Programme'], said.programme_name || said.programme, true),
            fact(['លទ្ធផល', 'Result'], said.result, true),
            fact(['ទទួលបាន', 'Earned'], said.earned, true),
            fact(['ចេញនៅថ្ងៃ', 'Issued on'], dayWords(said.issued), true)]));
        if (proven) card.appendChild(both('p', 'compare', ['សូមផ្ទៀងជាមួយក្រដាស៖ ត្រូវតែដូចគ្នាទាំងអស់។ កូដដែលគេចម្លង បង្ហាញឈ្មោះអ្នកដទៃ។',
            'Compare with the paper: all of it must be the same. A copied code shows somebody else’s name.']));
        card.appendChild(facts('facts', [
            fact(record ? ['អត្តលេខអ្នកសិក្សា', 'Learner number'] : said.kind ? ['លេខលិខិត', 'Number'] : ['លេខវិញ្ញាបនបត្រ', 'Serial number'], said.serial),
            fact(['ការិយាល័យដែលចេញ', 'Issuing office'], office
                ? [(office.name_km || office.name) + ' (' + said.office + ')', office.name_km ? office.name : ''] : said.office),
            said.born ? fact(['ថ្ងៃកំណើត', 'Born'], bornWords(said.born)) : null,
            said.sex ? fact(['ភេទ', 'Sex'], said.sex === 'f' ? ['ស្រី', 'female'] : ['ប្រុស', 'male']) : null]));
    }

    function sign(verdict) {
        var space = 'http://www.w3.org/2000/svg';
        var svg = document.createElementNS(space, 'svg');
        [['circle', { cx: 24, cy: 24, r: 22, fill: 'none' }], ['path', { d: SIGNS[verdict], fill: 'none' }]].forEach(function (shape) {
            var one = document.createElementNS(space, shape[0]);
            Object.keys(shape[1]).forEach(function (name) { one.setAttribute(name, shape[1][name]); });
            one.setAttribute('stroke', 'currentColor');
            one.setAttribute('stroke-width', shape[0] === 'path' ? 5 : 2.5);
            one.setAttribute('stroke-linecap', 'round');
            svg.appendChild(one);
        });
        svg.setAttribute('viewBox', '0 0 48 48');
        svg.setAttribute('class', 'sign');
        svg.setAttribute('aria-hidden', 'true');
        return svg;
    }

    function show(answer) {
        var card = $('result'), said = answer.payload, verdict = answer.verdict || 'none';
        var proven = verdict === 'genuine' || verdict === 'void';
        var words = WORDS[answer.reason] || WORDS[verdict === 'genuine' && said.kind || verdict];
        card.textContent = '';
        card.className = verdict;
        card.dataset.verdict = verdict;
        card.appendChild(make('div', 'verdict', [sign(verdict), both('div', '', words[0])]));
        if (said && said.sample) card.appendChild(both('p', 'sample', ['គំរូ មិនមានតម្លៃ', 'SAMPLE, worth nothing']));
        card.appendChild(both('p', 'meaning', !answer.revoked ? words[1] : [
            'ការិយាល័យបានចេញវា ហើយ' + STATES[answer.revoked.state][0] + 'នៅ' + dayWords(answer.revoked.day)[0] + '។',
            'The office signed it once; it was ' + STATES[answer.revoked.state][1] + ' on ' + dayWords(answer.revoked.day)[1] + '.']));
        if (said) showPayload(card, said, proven);
        if (answer.days > Srok.LIST_DAYS) card.appendChild(both('p', 'stale', [
            'បញ្ជីក្នុងទំព័រនេះចាស់ ' + khmer(answer.days) + ' ថ្ងៃហើយ៖ លេខដែលបានលុបចោលក្រោយមក មិនមានក្នុងនេះទេ។ សូមយកទំព័រថ្មី។',
            'The list in this page is ' + answer.days + ' days old: what was made void since is not in it. Take a newer page.']));
        card.hidden = false;
        card.scrollIntoView({ block: 'nearest' });
        card.focus({ preventScroll: true });
        window.scrollTo(0, 0);
    }

    function fail(reason) {
        show({ verdict: null, reason: reason });
    }

    // A letter or line may stand before the code, a line's end behind it; blanks belong to it.
    function codeIn(text) {
        var at = text.indexOf(Srok.PREFIX);
        return at < 0 ? text.trim() : text.slice(at).split(/[\r\n]/)[0];
    }

    function check(text) {
        show(Srok.judge(codeIn(text), lists, today()));
    }

    // --- pictures and the camera ------------------------------------------------------------------------------

    var canvas = document.createElement('canvas');

    // The text of a square code in what is drawn, its longer side brought down to `size`; else null.
    function codeAt(source, width, height, size) {
        var scale = Math.min(1, size / Math.max(width, height));
        canvas.width = Math.max(1, Math.round(width * scale));
        canvas.height = Math.max(1, Math.round(height * scale));
        var context = canvas.getContext('2d', { willReadFrequently: true });
        context.fillStyle = '#fff';
        context.fillRect(0, 0, canvas.width, canvas.height);
        context.drawImage(source, 0, 0, canvas.width, canvas.height);
        var pixels = context.getImageData(0, 0, canvas.width, canvas.height);
        var found = jsQR(pixels.data, pixels.width, pixels.height, { inversionAttempts: 'dontInvert' });
        return found && found.data ? found.data : null;
    }

    // A code of ours before any other.
    function codeInPicture(image) {
        var other = null;
        var sizes = [1000, 1600, 2400, 640];
        for (var i = 0; i < sizes.length; ++i) {
            var text = codeAt(image, image.naturalWidth, image.naturalHeight, sizes[i]);
            if (text && text.slice(0, 4) === 'SROK') return text;
            other = other || text;
        }
        return other;
    }

    function readPicture(file) {
        var image = new Image();
        var address = URL.createObjectURL(file);
        var done = function (text) {
            URL.revokeObjectURL(address);
            $('busy').hidden = true;
            if (text === null) return fail('not-found');
            $('text').value = text;
            check(text);
        };
        $('busy').hidden = false;
        image.onerror = function () { done(null); };
        // The words are drawn before the search, which takes a second on a phone.
        image.onload = function () { setTimeout(function () { done(codeInPicture(image)); }, 30); };
        image.src = address;
    }

    var stream = null;

    function stopCamera() {
        if (stream) stream.getTracks().forEach(function (track) { track.stop(); });
        stream = null;
        $('viewer').hidden = true;
        $('camera').hidden = false;
    }

    function watch() {
        if (!stream) return;
        var video = $('video');
        var text = video.videoWidth ? codeAt(video, video.videoWidth, video.videoHeight, 1280) : null;
        if (text === null) {
            setTimeout(watch, 120);
            return;
        }
        stopCamera();
        $('text').value = text;
        check(text);
    }

    function startCamera() {
        navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1920 } } }).then(function (given) {
            stream = given;
            $('viewer').hidden = false;
            $('camera').hidden = true;
            $('video').srcObject = given;
            return $('video').play().then(watch);
        }).catch(function () {
            stopCamera();
            fail('camera');
        });
    }

    // --- wiring -----------------------------------------------------------------------------------------------

    $('camera').hidden = !(navigator.mediaDevices && navigator.mediaDevices.getUserMedia);
    $('camera').onclick = startCamera;
    $('stop').onclick = stopCamera;
    $('check').onclick = function () { check($('text').value); };
    $('picture').onchange = function () {
        if ($('picture').files.length) readPicture($('picture').files[0]);
        $('picture').value = '';
    };
    $('picture').onfocus = function () { $('picture-label').classList.add('focus'); };
    $('picture').onblur = function () { $('picture-label').classList.remove('focus'); };
    showLists();
    // verify.html#SROK1:… : somebody was sent the code together with the page.
    if (location.hash.length > 1) {
        try {
            $('text').value = decodeURIComponent(location.hash.slice(1));
            check($('text').value);
        } catch (error) {
            fail('not-srok');
        }
    }
})();
