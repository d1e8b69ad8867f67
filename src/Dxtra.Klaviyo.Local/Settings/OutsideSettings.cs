using System.Collections;

namespace Dxtra.Klaviyo.Local.Settings;

/// <summary>The settings that the person who started the launcher has given by environment. They win over the launcher's own.</summary>
internal sealed class OutsideSettings(IReadOnlyDictionary<string, string> variables)
{
    public static OutsideSettings FromEnvironment() =>
        new(Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? ""));

    /// <summary>Null when not given; an empty variable counts as not given.</summary>
    public string? Find(string name) => variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    public bool Has(string name) => Find(name) is not null;
}
