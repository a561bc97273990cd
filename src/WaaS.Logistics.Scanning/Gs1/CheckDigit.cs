namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>Check digit and check character pair of GS1 keys (GS1 General Specifications, sections 7.9.1 and 7.9.5).</summary>
public static class CheckDigit
{
    private const string Set32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int PairModulus = 1021;
    private static readonly int[] Primes = FirstPrimes(97);
    private static readonly sbyte[] Values82 = ValuesOf82();

    /// <summary>Whether the last of the digits is the check digit of those before it; false for anything but digits.</summary>
    /// <param name="digits">A GTIN, GLN, SSCC or the like, with its check digit.</param>
    public static bool Holds(ReadOnlySpan<char> digits) => digits.Length > 1 && digits.IndexOfAnyExceptInRange('0', '9') < 0 && digits[^1] - '0' == Of(digits[..^1]);

    /// <summary>The check digit for digits that have none yet: weights 3, 1, 3, ... from the right, modulo 10.</summary>
    /// <returns>0 to 9.</returns>
    public static int Of(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (int i = digits.Length - 1, weight = 3; i >= 0; i--, weight = 4 - weight)
            sum += (digits[i] - '0') * weight;
        return (10 - sum % 10) % 10;
    }

    internal static Fault Check(ReadOnlySpan<char> text)
    {
        if (Charsets.Digits(text) is { IsNone: false } stranger)
            return stranger;
        if (text.IsEmpty)
            return new Fault("there is no room for a check digit");
        var right = Of(text[..^1]);
        return text[^1] - '0' == right ? Fault.None : new Fault($"the check digit is {text[^1]}, but {right} is right", text.Length - 1);
    }

    internal static Fault CheckPair(ReadOnlySpan<char> text)
    {
        if (text.Length < 2)
            return new Fault("there is no room for the check character pair");
        if (text.Length - 2 > Primes.Length)
            return new Fault("the value is too long for a check character pair");
        var data = text[..^2];
        if (Charsets.Text82(data) is { IsNone: false } stranger)
            return stranger;
        var sum = 0;
        for (var i = 0; i < data.Length; i++)
            sum += Values82[data[i]] * Primes[data.Length - 1 - i];
        sum %= PairModulus;
        var (first, second) = (Set32[sum >> 5], Set32[sum & 31]);
        return text[^2] == first && text[^1] == second ? Fault.None : new Fault($"the check characters are {CharacterName.Of(text[^2])} and {CharacterName.Of(text[^1])}, but '{first}{second}' is right", text.Length - 2);
    }

    private static sbyte[] ValuesOf82()
    {
        var values = new sbyte[128];
        for (sbyte i = 0; i < Charsets.Set82.Length; i++)
            values[Charsets.Set82[i]] = i;
        return values;
    }

    private static int[] FirstPrimes(int count)
    {
        var primes = new List<int>(count);
        for (var candidate = 2; primes.Count < count; candidate++)
            if (primes.TrueForAll(prime => candidate % prime != 0))
                primes.Add(candidate);
        return [.. primes];
    }
}
