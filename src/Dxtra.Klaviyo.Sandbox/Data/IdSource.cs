namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>Makes ids in the forms that Klaviyo's have, from a source of random bytes.</summary>
/// <param name="fill">Fills a buffer; seeded while the account is built, different each time afterwards.</param>
internal sealed class IdSource(Action<Span<byte>> fill)
{
    private const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static IdSource Random { get; } = new(System.Random.Shared.NextBytes);

    /// <summary>26 characters: the time in milliseconds, then 80 random bits. Profiles, campaigns, webhooks.</summary>
    public string Ulid(DateTimeOffset time)
    {
        Span<byte> random = stackalloc byte[16];
        fill(random);
        Span<char> text = stackalloc char[26];
        var milliseconds = time.ToUnixTimeMilliseconds();
        for (var i = 9; i >= 0; i--, milliseconds >>= 5)
            text[i] = Crockford[(int)(milliseconds & 31)];
        for (var i = 0; i < 16; i++)
            text[10 + i] = Crockford[random[i] & 31];
        return new string(text);
    }

    /// <summary>Six characters: lists, segments, flows, metrics, accounts.</summary>
    public string Short() => Text(6);

    /// <summary>Eleven characters: events.</summary>
    public string Event() => Text(11);

    /// <summary>32 hexadecimal digits.</summary>
    public string Hex32()
    {
        Span<byte> random = stackalloc byte[16];
        fill(random);
        return Convert.ToHexStringLower(random);
    }

    private string Text(int length)
    {
        Span<byte> random = stackalloc byte[length];
        fill(random);
        Span<char> text = stackalloc char[length];
        for (var i = 0; i < length; i++)
            text[i] = Alphanumeric[random[i] % Alphanumeric.Length];
        return new string(text);
    }
}
