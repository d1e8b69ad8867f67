namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Which of the two ways to a person's groups is taken.</summary>
public sealed class GroupsReaderTests
{
    [Fact]
    public async Task The_one_call_is_taken_while_it_is_free_and_the_two_when_there_is_a_queue_for_it()
    {
        await using var access = await AccessFixture.CreateAsync();
        access.Klaviyo.GovernedBy = access.Time;
        await access.FindAsync();

        Assert.Equal("get_profile", await OperationAsync(access));
        Assert.Equal("get_lists_for_profile", await OperationAsync(access));

        access.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("get_profile", await OperationAsync(access));
    }

    private static async Task<string> OperationAsync(AccessFixture access) => (await access.GatherAsync(Reads.Groups))[0].Operation;
}
