using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Checks a deletion request and names every field that is wrong.</summary>
internal static class DeletionRequestRules
{
    /// <summary>The order, or null with the reasons in <paramref name="errors"/>.</summary>
    public static DeletionOrder? Check(DeletionRequestBody body, DateTimeOffset now, FieldErrors errors)
    {
        var subject = SubjectRules.Check(body.Subject, errors);
        var scope = ScopeRules.Check(body.Scope, errors);
        var terms = RequestTerms.Check(body.Regulation, body.ReceivedAt, now, errors);
        RequestTerms.CheckNote(body.Note, errors);
        return errors.Any ? null : new(subject!, scope, terms!, body.Note);
    }
}
