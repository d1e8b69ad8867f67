using Dxtra.Klaviyo.Certificates;
using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>
/// What a letter says: what the certificate says, in the words of somebody who never heard of profiles and ledgers. It names nobody but
/// the controller, so that it harms nobody when it goes astray.
/// </summary>
/// <param name="texts">In the certificate's language.</param>
/// <param name="certificate">What it is made from.</param>
/// <param name="contact">Whom to ask; empty: nobody is named.</param>
internal sealed class LetterContent(ReportTexts texts, DeletionCertificate certificate, string contact)
{
    private readonly ReportFormat _format = new(texts);
    private readonly (string, string) _company = ("company", certificate.Issuer.Organization ?? certificate.Issuer.KlaviyoAccountId);

    public Letter Letter() => new(
        certificate.Language,
        texts["letter.title"],
        texts.Of("letter.asked", ("day", _format.Day(certificate.Request.ReceivedAt)), _company, ("scope", Scope())),
        [.. new[] { Done(), Open(), Kept(), Questions() }.Where(part => part.Sentences.Count > 0)],
        texts.Of("letter.proof", _company, ("id", certificate.CertificateId), ("request", certificate.Request.Id)));

    private LetterPart Done()
    {
        var isDeleted = certificate.Request.Scope.Contains("profile");
        string?[] sentences =
        [
            certificate.Outcomes.Count == 0 ? texts["letter.none"] : null,
            Count("confirmed", isDeleted ? "letter.deleted" : "letter.withdrawn"),
            Count("noSuchProfile", "letter.gone"),
        ];
        return new(texts["letter.done"], [.. sentences.OfType<string>()]);
    }

    private LetterPart Open()
    {
        string?[] sentences = [Count("merged", "letter.merged"), Count("unconfirmed", "letter.unconfirmed"), Count("failed", "letter.failed")];
        return new(
            texts["letter.open"],
            sentences.All(sentence => sentence is null) ? [] : [.. sentences.OfType<string>(), texts.Of("letter.askAgain", _company)]);
    }

    /// <summary>That profiles of others matched too is nothing that the person needs to know.</summary>
    private LetterPart Kept() => new(
        texts["letter.kept"],
        [.. from kept in certificate.Kept where kept.Kind != "others" select texts.Of($"letter.kept.{kept.Kind}", _company)],
        IsList: true);

    private LetterPart Questions()
    {
        var ask = contact.Length > 0 ? texts.Of("letter.contact", _company, ("contact", contact)) : texts.Of("letter.company", _company);
        return new(texts["letter.questions"], HasAuthority ? [ask, texts["letter.authority"]] : [ask]);
    }

    /// <summary>These laws want the person to be told.</summary>
    private bool HasAuthority => certificate.Request.Regulation is "gdpr" or "ukgdpr";

    private string Scope() => _format.Join([.. certificate.Request.Scope.Select(scope => texts[$"letter.scope.{scope}"])]);

    /// <summary>Null when no profile came to that end.</summary>
    private string? Count(string outcome, string key)
    {
        var those = certificate.Outcomes.Where(candidate => candidate.Outcome == outcome).ToList();
        return those.Count == 0 ? null : texts.Count(key, those.Count, ("day", _format.Day(those.Max(profile => profile.At))));
    }
}
