namespace Dxtra.Klaviyo.Local.Display;

/// <summary>What a running step tells about itself.</summary>
internal interface IStepProgress
{
    void Say(string text);

    /// <summary>How far the step is: <c>Gathering events, 1,200 of 4,000</c>.</summary>
    /// <param name="text">What is being done right now.</param>
    /// <param name="done">Finished units.</param>
    /// <param name="total">All units; null while unknown.</param>
    void Count(string text, long done, long? total);
}
