namespace Dxtra.Klaviyo.Sandbox.Tests.Deliveries;

internal static class Until
{
    /// <summary>Asks until the answer is yes; fails after a minute.</summary>
    public static async Task TrueAsync(Func<Task<bool>> ask)
    {
        var deadline = DateTime.UtcNow.AddMinutes(1);
        while (!await ask())
        {
            Assert.True(DateTime.UtcNow < deadline, "What was waited for did not come within a minute.");
            await Task.Delay(20);
        }
    }
}
