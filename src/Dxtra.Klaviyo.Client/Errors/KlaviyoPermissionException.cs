namespace Dxtra.Klaviyo.Client;

/// <summary>
/// 403 in Klaviyo's own form. An HTML 403 comes from the network in front of it: <see cref="KlaviyoUnavailableException"/>.
/// </summary>
public sealed class KlaviyoPermissionException : KlaviyoException
{
    internal KlaviyoPermissionException(KlaviyoFailure failure, KlaviyoPermissionProblem problem)
        : base(failure, "Klaviyo does not permit this to the key or the account") => Problem = problem;

    public KlaviyoPermissionProblem Problem { get; }
}
