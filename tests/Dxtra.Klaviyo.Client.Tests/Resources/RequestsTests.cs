namespace Dxtra.Klaviyo.Client.Tests;

public class RequestsTests
{
    /// <summary>
    /// The approved file was checked line by line against Klaviyo's OpenAPI of the pinned revision. A change there wants the same.
    /// </summary>
    [Fact]
    public async Task Every_operation_sends_the_request_that_was_approved()
    {
        await using var server = await StandIn.StartAsync(Enumerable.Repeat(Answer.Status(500), Operations.All.Count));
        await using var client = TestClient.Impatient(server.Address);
        foreach (var operation in Operations.All.Values)
            await Assert.ThrowsAsync<KlaviyoUnavailableException>(() => operation(client.Klaviyo));

        var sent = Operations.All.Keys.Zip(
            server.Received, (name, request) => $"{name}: {request.Method} {request.Target} {request.Body}".TrimEnd());
        Assert.Equal(Examples.Read("requests.approved.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries), sent);
    }
}
