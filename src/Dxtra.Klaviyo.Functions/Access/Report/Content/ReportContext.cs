using Dxtra.Klaviyo.Functions.Reports;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A report that is being written: from what, in which language, to where.</summary>
internal sealed class ReportContext(ExportSource source, ReportTexts texts, IReportWriter writer)
{
    public ExportSource Source => source;

    public ReportTexts Texts => texts;

    public ReportFormat Format { get; } = new(texts);

    public IReportWriter Writer => writer;

    public IReadOnlyList<FoundProfile> Profiles => source.Document.Request.Profiles ?? [];

    public IEnumerable<int> ProfileIndexes => Enumerable.Range(0, Profiles.Count);

    public bool IsSupplement => source.Document.Look > 0;

    /// <summary>The controller as Klaviyo's account calls it.</summary>
    public string Company => source.Document.Processor.Account.Name ?? source.Document.Processor.Account.Id;

    /// <summary>Unique in the document.</summary>
    public string Anchor(string name, int profile) =>
        Profiles.Count == 1 ? name : $"{name}-{ReportFormat.Plain(profile + 1)}";

    /// <summary>The title of a section, with the profile when there are several.</summary>
    public string Title(string key, int profile) => Profiles.Count == 1 ? texts[key] : texts.Of(
        "profile.section", ("title", texts[key]), ("number", Format.Number(profile + 1)));

    /// <summary>Sentences on one profile, which say which one when there are several.</summary>
    public IEnumerable<string> On(int profile, IEnumerable<string> sentences) => Profiles.Count == 1 ? sentences : sentences.Select(sentence =>
        texts.Of("profile.sentence", ("number", Format.Number(profile + 1)), ("sentence", sentence)));

    /// <summary>Klaviyo's word in the reader's language, or at least without capitals and underscores.</summary>
    public string Word(string word) => texts.Find($"word.{word.ToLowerInvariant()}") ?? (IsCapitals(word) ? Softened(word) : word);

    /// <summary>Asked for and read, for every profile: only then is nothing there when there are no rows.</summary>
    public bool WasRead(string category) => WasAsked(category) && ProfileIndexes.All(profile => source.Part(profile, category) is null or { Gap: null });

    public bool WasAsked(string category) => ProfileIndexes.Any(profile => source.Part(profile, category) is not null);

    private static bool IsCapitals(string word) => word.Length > 1 && word.All(letter => letter is (>= 'A' and <= 'Z') or '_');

    /// <summary>PREFERENCE_PAGE, Preference page</summary>
    private static string Softened(string word) => word[0] + word[1..].Replace('_', ' ').ToLowerInvariant();
}
