using System.Text;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>What an export is made from, by hand.</summary>
internal sealed class ExportParts
{
    private readonly Dictionary<string, string> _rows = [];
    private readonly List<PartResult> _parts = [];
    private readonly List<FoundProfile> _profiles = [];

    public ExportSource Source => SourceOf(file => new MemoryStream(Encoding.UTF8.GetBytes(_rows[file])));

    public ExportSource SourceOf(Func<string, Stream> open) => new(Document, (file, _) => Task.FromResult(open(file)));

    public void Profile(string id, params string[] foundBy) => _profiles.Add(new(id, "a***", foundBy, []));

    public void Part(int profile, string category, params string[] rows)
    {
        _rows[ExportNames.PartFile(profile, category)] = string.Concat(rows.Select(row => row + "\n"));
        _parts.Add(Some.Part(profile, category, rows.Length));
    }

    /// <summary>A part whose rows are given when it is opened.</summary>
    public void Part(int profile, string category, int rows) => _parts.Add(Some.Part(profile, category, rows));

    public void Gap(int profile, string category, GapReason reason) => _parts.Add(Some.Part(profile, category, gap: reason));

    private ExportDocument Document
    {
        get
        {
            var work = new RequestWork("did:dep:c0ffee", "p1", "r1");
            return new(Some.Request(work) with { Profiles = _profiles }, Some.Processor(work.ControllerDid, "p1"), Some.Ada, _parts, Some.Now);
        }
    }
}
