using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A step with all that carrying it out takes. Clear identifiers: never in an orchestration or a log.</summary>
/// <param name="Work">The run.</param>
/// <param name="Request">The request as it is now.</param>
/// <param name="Step">What is to be done.</param>
/// <param name="Index">Index of the profile in the approved picture.</param>
/// <param name="Picture">All profiles that were found.</param>
/// <param name="Klaviyo">The account.</param>
internal sealed record StepAtHand(RequestWork Work, SubjectRequest Request, PlannedStep Step, int Index, ErasurePicture Picture, KlaviyoClient Klaviyo)
{
    public ProfilePicture Profile => Picture.Profiles[Index];

    /// <summary>The ids of the profiles that may be touched.</summary>
    public IEnumerable<string> Approved => Request.Deletion!.Picked.Select(index => Picture.Profiles[index].Identity.Id);

    public override string ToString() => $"{Step.Step} of profile {Index}";
}
