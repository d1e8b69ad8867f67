namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>One thing that happened to one channel of one profile, as one of the ways brought it.</summary>
/// <param name="SourceId">Klaviyo's event id, or what else makes a repeat of this very change recognisable.</param>
/// <param name="ProfileId">Klaviyo's id of the profile.</param>
/// <param name="Channel">What it is about.</param>
/// <param name="State">What holds from then on.</param>
/// <param name="EffectiveAt">When it took effect at Klaviyo.</param>
/// <param name="Way">How it came.</param>
/// <param name="Method">Klaviyo's word for how the person or somebody else did it (form, API, complaint), when it is known.</param>
/// <param name="ListId">The list, for <see cref="ConsentChannel.List"/>; else where it was done, when known.</param>
internal sealed record ConsentNews(
    string SourceId,
    string ProfileId,
    ConsentChannel Channel,
    ConsentState State,
    DateTimeOffset EffectiveAt,
    ConsentWay Way,
    string? Method = null,
    string? ListId = null)
{
    /// <summary>The type alone: this is a person's data and does not belong in a log.</summary>
    public override string ToString() => nameof(ConsentNews);
}
