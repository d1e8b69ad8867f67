using Dxtra.Klaviyo.Functions.Reports;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>
/// Keeps the person out of texts that callers wrote: who verified, who approved. A text that holds one of the person's identifiers is
/// not shown.
/// </summary>
internal sealed class Withholding(CertificateSource source, ReportTexts texts)
{
    private readonly IReadOnlyList<string> _identifiers =
    [
        .. source.Profiles.Select(profile => profile.Identity).Append(Of(source.Subject))
            .SelectMany(identity => new[] { identity.Id, identity.Email, identity.Phone, identity.ExternalId })
            .OfType<string>().Where(text => text.Length > 0),
    ];

    public string Shown(string text) =>
        _identifiers.Any(identifier => text.Contains(identifier, StringComparison.OrdinalIgnoreCase)) ? texts["certificate.withheld"] : text;

    private static ProfileIdentity Of(SubjectIdentity subject) => new(subject.ProfileId ?? "", subject.Email, subject.Phone, subject.ExternalId);
}
