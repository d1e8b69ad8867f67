using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Reads a batch as JSON.</summary>
internal static class JsonBatch
{
    public static BatchInput Read(byte[] body)
    {
        var parsed = RequestBody.Parse<BatchBody>(body);
        if (parsed.Problem is { } problem)
            return BatchInput.Refused(problem);
        if (parsed.Value!.Subjects is not { Count: > 0 } subjects)
            return BatchInput.Refused(BatchProblems.Empty("subjects"));
        if (subjects.Count > BatchInput.MostLines)
            return BatchInput.Refused(BatchProblems.TooMany);
        var terms = new AccessRequestBody(null, parsed.Value.Formats, parsed.Value.Regulation, parsed.Value.ReceivedAt, null) { Passphrase = parsed.Value.Passphrase };
        return new([.. subjects.Select((entry, index) => EntryOf(index + 1, entry, terms))], terms, null);
    }

    private static BatchEntry EntryOf(int line, BatchBody.Entry? entry, AccessRequestBody terms) => new(line, entry?.Type, terms with
    {
        Subject = entry?.Subject,
        Formats = entry?.Formats ?? terms.Formats,
        Regulation = entry?.Regulation ?? terms.Regulation,
        ReceivedAt = entry?.ReceivedAt ?? terms.ReceivedAt,
        Note = entry?.Note,
    });
}
