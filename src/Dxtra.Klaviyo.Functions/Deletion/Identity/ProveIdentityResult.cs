using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

internal abstract record ProveIdentityResult
{
    private ProveIdentityResult()
    {
    }

    /// <summary>A code for the caller to deliver.</summary>
    public sealed record CodeMade(MadeCode Code) : ProveIdentityResult;

    /// <summary>The person is who they say; the work goes on.</summary>
    public sealed record Proven(SubjectRequest Request) : ProveIdentityResult;

    public sealed record Invalid(FieldErrors Errors) : ProveIdentityResult
    {
        public static Invalid Of(string field, string text)
        {
            var errors = new FieldErrors();
            errors.Add(field, text);
            return new(errors);
        }
    }

    public sealed record NoRequest : ProveIdentityResult;

    public sealed record Refused(Problem Problem) : ProveIdentityResult;
}
