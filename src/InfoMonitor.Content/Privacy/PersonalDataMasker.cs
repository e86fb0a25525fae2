using System.Text;
using System.Text.RegularExpressions;

namespace InfoMonitor.Content.Privacy;

/// <summary>Replaces phone numbers, e-mail addresses, numbers of identity cards, passports, insurance, tax and vehicle plates, bank accounts, handles and profile links by typed tokens
/// ([PHONE], [EMAIL], [ID], [BANK], [HANDLE], [LINK]) before anything is stored (DESIGN 2.1).</summary>
/// <remarks>Reads through full-width, raised and Khmer digits, zero-width characters, addresses spelled out ("(at)", "a còng … chấm vn"), letters for digits ("09l2") and digits in words or partly so. Amounts of money, dates, law and book numbers, scores and the
/// short public numbers (111, 113, 1800 xxxx, 1900 xxxx) stay. Where a number may be personal or not, it is masked. Idempotent; linear in the text's length.</remarks>
public static class PersonalDataMasker
{
    /// <summary>Masks a text or a title. A text without digits (in words, too), <c>@</c>, spelled-out addresses and links comes back unchanged.</summary>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= Stretch) return UntilStable(text, MaskOnce);
        var masked = new StringBuilder(text.Length);
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = start + Stretch < text.Length ? text.IndexOf('\n', start + Stretch) + 1 : 0;
            if (end == 0) end = text.Length;
            masked.Append(UntilStable(text[start..end], MaskOnce));
        }
        return masked.ToString();
    }

    /// <summary>A long text is masked in stretches of whole lines, this long at least: no rule looks past a line break, most lines hold nothing to mask, and what was masked is read again.</summary>
    private const int Stretch = 400;

    /// <summary>Masks inside an address (path, query, percent-encoded forms too); article numbers stay. An address without personal data comes back unchanged.</summary>
    /// <remarks>User information before the host ("user:word@host") is dropped. The host itself is never changed, so that the address stays one.</remarks>
    public static string MaskUrl(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return UntilStable(address, MaskUrlOnce);
    }

    // A token put in can free what stood beside it (two numbers joined by a full stop), so passes go on until nothing changes.
    // Every pass that changes something removes digits or an at sign, so this ends.
    private static string UntilStable(string text, Func<string, string> pass)
    {
        while (true)
        {
            var masked = pass(text);
            if (masked == text) return text;
            text = masked;
        }
    }

    private static string MaskOnce(string text)
    {
        var view = PlainView.Of(text);
        var found = new Findings(view.Text);
        if (view.Text.Contains('/', StringComparison.Ordinal)) FindLinks(text, view, found);
        foreach (var pattern in Patterns.Emails(view.Text)) found.AddAll(pattern, "[EMAIL]");
        if (HasThreeDigits(view.Text))
        {
            foreach (Match plate in Patterns.PlateAfterWord().Matches(view.Text)) found.Add(plate.Groups["n"], "[ID]");
            found.AddAll(Patterns.Plate(), "[ID]");
        }
        for (int start = 0, end; start < view.Text.Length; start = end)
        {
            end = view.Text.IndexOf('\n', start) + 1;
            if (end == 0) end = view.Text.Length;
            if (Patterns.LongNumber().IsMatch(view.Text.AsSpan(start..end))) FindNumbers(view.Text[start..end], start, found);
        }
        foreach (var phone in SpokenNumbers.In(view.Text)) found.Add(phone.Start, phone.Length, "[PHONE]");
        found.AddAll(Patterns.Handle(), "[HANDLE]");
        return found.Apply(view, text);
    }

    /// <summary>No plate does without.</summary>
    private static bool HasThreeDigits(string text)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = char.IsAsciiDigit(c) ? run + 1 : 0;
            if (run == 3) return true;
        }
        return false;
    }

    private static void FindLinks(string text, PlainView view, Findings found)
    {
        foreach (Match link in Patterns.ProfileLink().Matches(view.Text)) found.Add(link, "[LINK]");
        foreach (Match link in Patterns.WebLink().Matches(view.Text))
        {
            var (start, end) = view.Original(link.Index, link.Length);
            found.Add(link, MaskUrl(text[start..end])); // its article number is no phone number; kept even when unchanged, so that no rule below looks inside
        }
    }

    /// <param name="text">One line of the view: no rule looks past its end.</param>
    /// <param name="start">Where it stands there.</param>
    private static void FindNumbers(string text, int start, Findings found)
    {
        foreach (Match book in Patterns.Isbn().Matches(text)) Add(book, null);
        foreach (Match account in Patterns.IbanOpening().Matches(text)) found.Add(start + account.Index, Iban.Length(text, account.Index), "[BANK]");
        foreach (Match number in Patterns.InsuranceNumber().Matches(text).Concat(Patterns.TaxNumber().Matches(text)))
            if (!IsAmount(text, number.Groups["n"], weak: true)) Add(number.Groups["n"], "[ID]");
        foreach (Match account in Patterns.BankAfterWord().Matches(text))
            if (!IsAmount(text, account.Groups["n"], weak: account.Groups["weak"].Success)) Add(account.Groups["n"], "[BANK]");
        foreach (Match account in Patterns.BankBeforeName().Matches(text)) Add(account.Groups["n"], "[BANK]");
        foreach (Match card in Patterns.Card().Matches(text))
            if (IsCard(card.Value)) Add(card, "[BANK]");
        foreach (Match id in Patterns.IdAfterWord().Matches(text))
            if (id.Groups["n"].Length == "123.456.789".Length || !IsAmount(text, id.Groups["n"], weak: false)) Add(id.Groups["n"], "[ID]");
        foreach (Match id in Patterns.TwelveDigits().Matches(text))
            if (!HasDate(id.Value) && !IsMeasured(text, id.Index + id.Length)) Add(id, "[ID]");
        foreach (Match card in Patterns.HealthCard().Matches(text)) Add(card, "[ID]");
        foreach (Match card in Patterns.CardAfterWord().Matches(text))
            if ((IsCard(card.Groups["n"].Value) || Patterns.InFours().IsMatch(card.Groups["n"].Value)) && !IsAmount(text, card.Groups["n"], weak: true)) Add(card.Groups["n"], "[BANK]");
        foreach (Match phone in Patterns.Phone().Matches(text))
            if (IsPhone(text, phone)) Add(phone, "[PHONE]");
        foreach (Match phone in Patterns.LocalPhone().Matches(text))
            if (!Patterns.CurrencyAfter().IsMatch(text, phone.Index + phone.Length) && (phone.Groups["colon"].Success || !Patterns.Thousands().IsMatch(phone.Groups["n"].Value)))
                Add(phone.Groups["n"], "[PHONE]");
        foreach (Match id in Patterns.NineDigits().Matches(text))
            if (!IsAmount(text, id, weak: false)) Add(id, "[ID]");

        void Add(Group at, string? token) => found.Add(start + at.Index, at.Length, token);
    }

    private static string MaskUrlOnce(string address)
    {
        var view = PlainView.OfAddress(address);
        var authority = Patterns.Authority().Match(view.Text);
        var found = new Findings(view.Text) { From = authority.Length };
        var user = authority.Groups["user"];
        if (user.Success)
        {
            var (start, end) = view.Original(user.Index, user.Length);
            return address.Remove(start, end - start);
        }
        foreach (Match id in Patterns.Uuid().Matches(view.Text)) found.Add(id, null);
        found.AddAll(Patterns.UrlEmail(), "[EMAIL]");
        foreach (Match value in Patterns.UrlKeyed().Matches(view.Text))
        {
            var token = value.Groups["bank"].Success ? "[BANK]" : value.Groups["id"].Success ? "[ID]" : "[PHONE]";
            found.Add(value.Groups["n"], token);
        }
        found.AddAll(Patterns.UrlIdSlug(), "[ID]");
        foreach (Match phone in Patterns.UrlPhone().Matches(view.Text))
            if (!HasDate(phone.Value)) found.Add(phone, "[PHONE]");
        found.AddAll(Patterns.UrlTwelveDigits(), "[ID]");
        foreach (Match value in Patterns.UrlNumberValue().Matches(view.Text))
        {
            var number = value.Groups["n"];
            if (number.Length is 9 or 12) found.Add(number, "[ID]");
            else if (number.Length == 16 && IsCard(number.Value)) found.Add(number, "[BANK]");
        }
        found.AddAll(Patterns.UrlHandle(), "[HANDLE]");
        return found.Apply(view, address);
    }

    private static bool IsPhone(string text, Match phone)
    {
        var number = phone.Value;
        if (!number.Contains('+') && (HasDate(number) || IsListOfPairs(text, phone))) return false;
        if (phone.Groups["foreign"].Success) return !Patterns.SignedAmount().IsMatch(number) && !Patterns.CurrencyAfter().IsMatch(text, phone.Index + phone.Length);
        if (!phone.Groups["bare"].Success) return true;
        // "84.500.000.000 đồng" is money, "84.912.345.678" after "SĐT" is a phone.
        if (Patterns.CurrencyAfter().IsMatch(text, phone.Index + phone.Length)) return false;
        return !Patterns.Thousands().IsMatch(number) || Patterns.PhoneWordBefore().IsMatch(text[Math.Max(0, phone.Index - 40)..phone.Index]);
    }

    private static bool IsListOfPairs(string text, Match number) =>
        Patterns.DigitGroup().Matches(number.Value).All(group => group.Length == 2)
        && (Patterns.PairAfter().IsMatch(text, number.Index + number.Length) || Patterns.PairBefore().IsMatch(text[Math.Max(0, number.Index - 6)..number.Index]));

    /// <summary>Digits in groups of which one is a year and the others days, months, hours: "03.05.2026 - 10", "09 - 10/11/2026".</summary>
    private static bool HasDate(string number)
    {
        var groups = Patterns.DigitGroup().Matches(number);
        if (groups.Count < 2) return false;
        if (number.Contains('/') && groups[0].Length < 3) return true;
        var years = 0;
        foreach (Match group in groups)
        {
            if (group.Length == 4 && (group.Value.StartsWith("19", StringComparison.Ordinal) || group.Value.StartsWith("20", StringComparison.Ordinal))) years++;
            else if (group.Length > 2) return false;
        }
        return years > 0;
    }

    /// <param name="text">The view.</param>
    /// <param name="number">A number after a word for an account or a card.</param>
    /// <param name="weak">The word also stands before amounts: then 1.234.567 is one without a unit, and a short number is none.</param>
    private static bool IsAmount(string text, Group number, bool weak)
    {
        var end = number.Index + number.Length;
        return HasDate(number.Value) || weak && number.Length < 8
            || IsMeasured(text, end)
            || Patterns.Thousands().IsMatch(number.Value) && (weak || Patterns.CountedAfter().IsMatch(text, end));
    }

    private static bool IsMeasured(string text, int end) => Patterns.CurrencyAfter().IsMatch(text, end) || Patterns.UnitAfter().IsMatch(text, end);

    /// <summary>Luhn's check (ISO/IEC 7812), or a card of the domestic NAPAS scheme (9704).</summary>
    private static bool IsCard(string number)
    {
        var (sum, count) = (0, 0);
        for (var i = number.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(number[i])) continue;
            var digit = number[i] - '0';
            if (count++ % 2 == 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0 || number.StartsWith("9704", StringComparison.Ordinal);
    }

    /// <summary>What was found, first come first served: no later rule may cut into an earlier one's finding.</summary>
    private sealed class Findings(string view)
    {
        private readonly List<(int Index, int Length, string? Token)> found = [];
        private readonly bool[] taken = new bool[view.Length];

        /// <summary>Nothing before this is touched.</summary>
        public int From { get; init; }

        public void AddAll(Regex pattern, string token)
        {
            foreach (Match match in pattern.Matches(view)) Add(match, token);
        }

        /// <param name="at">Where in the view.</param>
        /// <param name="token">What to put there; null protects the stretch as it is.</param>
        public void Add(Group at, string? token) => Add(at.Index, at.Length, token);

        public void Add(int index, int length, string? token)
        {
            if (length == 0 || index < From || taken.AsSpan(index, length).Contains(true)) return;
            taken.AsSpan(index, length).Fill(true);
            found.Add((index, length, token));
        }

        public string Apply(PlainView plain, string original)
        {
            if (found.Count == 0) return original;
            var masked = new StringBuilder(original.Length);
            var done = 0;
            foreach (var (index, length, token) in found.OrderBy(f => f.Index))
            {
                var (start, end) = plain.Original(index, length);
                masked.Append(original, done, start - done).Append(token ?? original[start..end]);
                done = end;
            }
            return masked.Append(original, done, original.Length - done).ToString();
        }
    }
}
