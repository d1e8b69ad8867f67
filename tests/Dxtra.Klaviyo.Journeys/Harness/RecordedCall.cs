using System.Text;

namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>A call that went through a <see cref="ForwardingProxy"/>.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Target">Path and query exactly as they were on the wire.</param>
/// <param name="Headers">Request headers by name, whatever its case.</param>
/// <param name="Body">The request's bytes.</param>
internal sealed record RecordedCall(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <returns>True when the text stands in the address or the body.</returns>
    public bool Mentions(string text) =>
        Target.Contains(text, StringComparison.Ordinal) || Encoding.UTF8.GetString(Body).Contains(text, StringComparison.Ordinal);

    public string Path => Target.Split('?')[0];
}
